import { bindNames } from '../../shared/database/statement-text.ts';
import { ORACLE_RESERVED_WORDS } from './oracle-reserved-words.ts';
import { atTopLevel, type Column } from './schema-columns.ts';

/** A statement taken apart as far as the rules need it. */
interface Read {
  readonly text: string;
  /** In one line, without comments, with every string literal emptied to `'_'` (an empty one stays `''`). */
  readonly bare: string;
  readonly columns: readonly Column[];
}

interface Rule {
  /** What is wrong, to be read after "the statement". */
  readonly complaint: string;
  readonly isBroken: (statement: Read) => boolean;
}

/** What both engines have and mean the same by; words that only look like a call are among them. */
const KNOWN_CALLS = new Set(
  `abs and as by cast coalesce count dense_rank exists from in key length max min not nullif number on or over primary
   rank references round row_number select set substr sum then unique values varchar2 when where check else between
   union all index`.split(/\s+/),
);

const RULES: readonly Rule[] = [
  {
    complaint: 'has an empty text, which is NULL on Oracle',
    isBroken: ({ bare }) => bare.includes("''"),
  },
  {
    complaint: 'joins with || what can be NULL, and that makes the whole NULL only on SQLite',
    isBroken: ({ bare, columns }) =>
      [...withoutSubstr(bare).matchAll(/(\S+) ?\|\| ?(\S+)/g)].some(([, left = '', right = '']) =>
        [left, right].some((side) => {
          const found = tableColumns(bare, columns, side.replace(/^\w+\.|[,)]$/g, ''));
          return side !== "'_'" && (found.length === 0 || found.some((column) => column.nullable));
        }),
      ),
  },
  {
    complaint: 'divides, and SQLite drops the fraction',
    isBroken: ({ bare }) => /[/%]/.test(bare),
  },
  {
    complaint: 'uses TRUE or FALSE; booleans are 0 and 1',
    isBroken: ({ bare }) => /\b(true|false)\b/i.test(bare),
  },
  {
    complaint: 'selects a comparison; Oracle needs CASE',
    isBroken: ({ bare }) =>
      selectLists(bare).some((list) => /[=<>]/.test(list.replace(/\bcase\b.*?\bend\b/gi, ''))),
  },
  {
    complaint: 'compares lists by order, which Oracle cannot',
    isBroken: ({ bare }) => /\([^()]*,[^()]*\)\s*[<>]/.test(bare),
  },
  {
    complaint: 'selects without FROM; "FROM dual" works on both',
    isBroken: ({ bare }) => count(bare, /\bselect\b/gi) !== count(bare, /(?<!\bdelete )\bfrom\b/gi),
  },
  {
    complaint: 'calls a function that only one engine has, or that they do not agree about',
    isBroken: ({ bare, columns }) => {
      const tables = new Set(columns.map((column) => column.table));
      const calls = [...bare.matchAll(/\b([a-z_]\w*) ?\(/gi)].map(([, name = '']) => name.toLowerCase());
      // What stands between AS and SELECT in a WITH clause, and a constraint's or index's own name, is no call.
      const named = new Set([...bare.matchAll(/\bwith (\w+)/gi)].map(([, name = '']) => name.toLowerCase()));
      return calls.some((name) => !KNOWN_CALLS.has(name) && !tables.has(name) && !named.has(name));
    },
  },
  {
    complaint: 'gives MAX or MIN two values, which is an aggregate on Oracle',
    isBroken: ({ bare }) => /\b(max|min) ?\([^()]*,/i.test(bare),
  },
  {
    complaint: 'sorts by a column that can be NULL without saying NULLS FIRST or NULLS LAST',
    isBroken: ({ bare, columns }) =>
      sortKeys(bare).some((key) => {
        const [, name = '', rest = ''] = /^(?:\w+\.)?(\w+)\b(.*)$/.exec(key) ?? [];
        return (
          !/\bnulls (first|last)\b/i.test(rest) &&
          tableColumns(bare, columns, name).some((one) => one.nullable)
        );
      }),
  },
  {
    complaint: 'compares, sorts or groups by a CLOB',
    isBroken: ({ bare, columns }) =>
      columns
        .filter((column) => column.type === 'CLOB' && new RegExp(`\\b${column.table}\\b`).test(bare))
        .some(({ name }) => {
          const compared = new RegExp(
            `\\b${name}\\b ?(=|<|>|!=|like\\b|in\\b|between\\b)|(=|<|>|like) ?${name}\\b`,
            'i',
          );
          const set = new RegExp(`\\b${name} = (:\\w+|'_')`, 'g');
          const conditions = bare.replace(/^update .*? set (.*?)( where|$)/i, (whole) =>
            whole.replace(set, ''),
          );
          const sorted = new RegExp(`\\b(order by|group by|distinct)\\b[^()]*\\b${name}\\b`, 'i');
          return compared.test(conditions) || sorted.test(bare);
        }),
  },
  {
    complaint: 'puts a bind that may be NULL beside a number in COALESCE; a NULL bind is a text to Oracle',
    isBroken: ({ bare, columns }) =>
      [...bare.matchAll(/\bcoalesce ?\(([^()]*)\)/gi)].some(([, list = '']) => {
        const values = atTopLevel(list);
        const isNumber = (value: string) =>
          /^-?\d+$/.test(value) ||
          tableColumns(bare, columns, value.replace(/^\w+\./, '')).some((column) => column.type === 'NUMBER');
        return values.some((value) => value.startsWith(':')) && values.some(isNumber);
      }),
  },
  {
    complaint: 'inserts without naming the columns',
    isBroken: ({ bare }) => /\binsert into \w+ (values|select)\b/i.test(bare),
  },
  {
    complaint: 'selects *; a column added later would change the row',
    isBroken: ({ bare }) => /\bselect (\w+\.)?\*/i.test(bare) || /, ?(\w+\.)?\*/.test(bare),
  },
  {
    complaint: 'quotes a name; Oracle then minds its case',
    isBroken: ({ bare }) => /["`[]/.test(bare),
  },
  {
    complaint: 'uses a word that Oracle reserves as a bind',
    isBroken: ({ text }) => [...bindNames(text)].some((name) => ORACLE_RESERVED_WORDS.has(name)),
  },
  {
    complaint: 'uses a word that Oracle reserves as a name',
    isBroken: ({ bare }) =>
      [...bare.matchAll(/\bas (?!number\b|varchar2\b|select\b)(\w+)/gi)].some(([, name = '']) =>
        ORACLE_RESERVED_WORDS.has(name.toLowerCase()),
      ),
  },
  {
    complaint:
      'uses the name it gives a column in WHERE, GROUP BY or HAVING, where Oracle does not know it yet',
    isBroken: ({ bare, columns }) => {
      if (count(bare, /\bselect\b/gi) !== 1) return false;
      const names = [...bare.matchAll(/\bas (?!number\b|varchar2\b)(\w+)/gi)].map(([, name = '']) => name);
      const [, conditions = ''] = /\b(?:where|group by)\b(.*?)(\border by\b|$)/i.exec(bare) ?? [];
      return names.some(
        (name) =>
          tableColumns(bare, columns, name).length === 0 &&
          new RegExp(`(?<![.:])\\b${name}\\b`, 'i').test(conditions),
      );
    },
  },
];

/** What would make a statement fail, or mean something else, on one of the two engines. */
export function portabilityComplaints(text: string, columns: readonly Column[]): string[] {
  const bare = text
    .replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ')
    .replace(/'(?:[^']|'')+'/g, "'_'")
    .replace(/\s+/g, ' ')
    .trim();
  return RULES.filter((rule) => rule.isBroken({ text, bare, columns })).map((rule) => rule.complaint);
}

/** The columns of that name in the tables that the statement names. */
function tableColumns(bare: string, columns: readonly Column[], name: string): Column[] {
  return columns.filter((column) => column.name === name && new RegExp(`\\b${column.table}\\b`).test(bare));
}

/** A piece of a text is NULL when the text is. */
function withoutSubstr(bare: string): string {
  return bare.replace(/\bsubstr ?\(([\w.]+),(?:[^()]|\([^()]*\))*\)/gi, '$1');
}

function selectLists(bare: string): string[] {
  return [...bare.matchAll(/\bselect (.*?)\bfrom\b/gi)].map(([, list = '']) => list);
}

function sortKeys(bare: string): string[] {
  return [...bare.matchAll(/\border by (.*?)(?=\{rows\}|\)|$)/gi)].flatMap(([, keys = '']) =>
    atTopLevel(keys),
  );
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}
