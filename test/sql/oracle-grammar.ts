import { getParserFromInput } from '@griffithswaite/ts-plsql-parser';
import { ErrorListener } from 'antlr4';
import { inDialect, ORACLE_DIALECT } from '../../shared/database/dialect.ts';

class Complaints extends ErrorListener {
  readonly found: string[] = [];

  override syntaxError(
    _parser: unknown,
    _token: unknown,
    line: number,
    column: number,
    message: string,
  ): void {
    this.found.push(`line ${line}, column ${column}: ${message.slice(0, 160)}`);
  }
}

/**
 * What Oracle's grammar says against a statement (ANTLR's PL/SQL grammar); nothing when it accepts it. The
 * first call takes seconds and some 600 MB, later ones milliseconds: keep all in one process.
 */
export function grammarComplaints(statement: string): readonly string[] {
  // A `;` that is SQL*Plus's own end of statement; inside PL/SQL it is part of the text.
  const text = inDialect(statement, ORACLE_DIALECT);
  return complaints(text.endsWith(';') ? `${text}\n/\n` : `${text};\n`);
}

/** ANTLR's faster way to read, which may refuse what the full one accepts, never the other way round. */
const SLL = 0;
const FULL = 1;

function complaints(text: string): readonly string[] {
  const found = parse(text, SLL);
  return [...(found.length === 0 ? found : parse(text, FULL)), ...foreignCharacters(text)];
}

function parse(text: string, predictionMode: number): readonly string[] {
  const parser = getParserFromInput(text);
  const listener = new Complaints();
  parser._interp.predictionMode = predictionMode;
  parser._input.tokenSource.removeErrorListeners();
  parser.removeErrorListeners();
  parser.addErrorListener(listener);
  parser.sql_script();
  return listener.found;
}

/** The lexer leaves these out and goes on. */
function foreignCharacters(text: string): string[] {
  const bare = text.replace(/'(?:[^']|'')*'|"[^"]*"|--[^\n]*|\/\*[\s\S]*?\*\//g, '');
  const foreign = bare.match(/[`?{}~\\]|[^\s -~]/g) ?? [];
  return foreign.map((character) => `character ${character} is no part of SQL`);
}
