/** What the commands that look after the store and its files say. */
export const keeping = {
  noAttachments: 'No files came with this case.',
  notCut: (name: string, entry: number) =>
    `${name} (entry ${entry}) could not be cut from its mail. The mail itself: desk source ${entry}`,
};
