declare const cleanMark: unique symbol;

/** Text that may go to a terminal. Only src/text makes it; every printer and screen part asks for it. */
export type Clean = string & { readonly [cleanMark]: true };

/** For src/text alone: says that a text was cleaned, or was put together or cut from clean text. */
export function brand(text: string): Clean {
  return text as Clean; // the one boundary: nothing else in desk turns a string into Clean
}
