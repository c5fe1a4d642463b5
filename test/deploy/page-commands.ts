/** The indented blocks of a page, as the lines that somebody would type, under the number of their step. */
export function pageCommands(
  markdown: string,
): readonly { readonly step: string; readonly command: string }[] {
  let step = '';
  return markdown.split('\n').flatMap((line) => {
    step = /^## (\d+)\./.exec(line)?.[1] ?? step;
    return line.startsWith('    ') && line.trim() !== '' ? [{ step, command: line.slice(4) }] : [];
  });
}
