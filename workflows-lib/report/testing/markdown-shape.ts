/** What is open at the end of a Markdown text, or torn in the middle: what a comment that was cut in the wrong place would show. */
export function tornParts(markdown: string): string[] {
  const torn: string[] = [];
  let [folds, fence, columns] = [0, '', 0];
  for (const line of markdown.split('\n')) {
    const marks = /^(`{3,})/.exec(line)?.[1];
    if (marks !== undefined) fence = fence === '' ? marks : fence === marks ? '' : fence;
    if (fence !== '') continue;
    if (line === '<details>') folds++;
    if (line === '</details>') folds--;
    if (folds < 0) torn.push('a fold that was never opened');
    const cells = line.startsWith('|') ? line.split('|').length : 0;
    if (cells !== 0 && columns !== 0 && cells !== columns) torn.push(`a row of ${cells - 2} cells: ${line.slice(0, 80)}`);
    columns = cells;
    if (/&#\d*$|&#?$/.test(line)) torn.push(`half an entity: ${line.slice(-20)}`);
  }
  if (folds > 0) torn.push(`${folds} open folds`);
  if (fence !== '') torn.push('an open fence');
  return torn;
}
