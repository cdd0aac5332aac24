/** What a key does with cases beyond setting their fields: values, performed by `perform-work.ts`. */
export type CaseWork =
  | { readonly what: 'merge'; readonly from: readonly number[]; readonly into: number }
  | { readonly what: 'unmerge'; readonly number: number };
