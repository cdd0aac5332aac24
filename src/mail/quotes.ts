export function foldQuotes(text: string): { text: string; quoted: string } {
  return { text, quoted: '' };
}
