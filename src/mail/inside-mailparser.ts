import type { Readable, Transform } from 'node:stream';
import { MailParser } from 'mailparser';

/**
 * The boundary to mailparser 3.9.31 (pinned): the methods desk overrides to get at the MIME tree. mailparser is used
 * for splitting, transfer decoding and parameters (RFC 2231); headers, charsets, dates and the choice of the text are
 * desk's, because mailparser guesses there ("an unreadable Date is now") and loses bytes.
 */
export interface SplitNode {
  readonly root: boolean;
  readonly contentType: string | false;
  readonly encoding: string | false;
  readonly filename: string | false;
  flowed: boolean;
  readonly delSp: boolean;
  readonly headers: { readonly lines: readonly HeaderLine[] | false };
  getDecoder(): Transform;
}

export interface HeaderLine {
  readonly key: string;
  /** the whole field with its name, bytes as latin1 */
  readonly line: string;
}

export interface InsideNode {
  readonly contentType: string | false;
  readonly children: InsideNode[];
  readonly node: SplitNode;
  charset?: string;
  disposition?: string;
  isAttachment?: boolean;
}

/** What mailparser hands over for a part that is not shown text. `release` lets it go on to the next part. */
export interface InsideAttachment {
  readonly type: 'attachment';
  readonly content: Readable;
  readonly checksum: string;
  readonly size: number;
  readonly contentType: string;
  readonly cid?: string;
  readonly release: () => void;
}

interface Inside extends Transform {
  /** types that are shown; everything else is an attachment */
  textTypes: string[];
  decoder: { decodeStream(charset: string): Transform };
  readonly tree: InsideNode | false;
  createNode(node: SplitNode): InsideNode;
  processHeaders(lines: readonly HeaderLine[]): Map<string, unknown>;
}

export const InsideParser = MailParser as unknown as new (options: object) => Inside;

/** Is this object of mailparser's stream a part (and not its own joined text, which desk does not use)? */
export const isAttachment = (data: { type?: string }): data is InsideAttachment => data.type === 'attachment';
