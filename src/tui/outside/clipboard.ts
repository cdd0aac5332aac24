/** OSC 52: asks the terminal to put text on the clipboard. Base64, so that nothing in the text can end the sequence. */
export const clipboardSequence = (text: string): string =>
  `\x1b]52;c;${Buffer.from(text, 'utf8').toString('base64')}\x07`;
