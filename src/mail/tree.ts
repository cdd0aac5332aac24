import type { Buffer } from 'node:buffer';
import { createHash, type Hash } from 'node:crypto';
import { type Readable, Transform } from 'node:stream';
import { type InsideNode, InsideParser, isAttachment, type SplitNode } from './inside-mailparser.ts';
import { partName } from './part-name.ts';

/** A node of the MIME tree; `bytes` are there for shown text only, decoded from base64 and quoted-printable. */
export interface MimeNode {
  readonly type: string;
  readonly children: MimeNode[];
  charset: string | null;
  bytes: Buffer | null;
}

/** A part shown as a file: numbered from 1 in the order of the mail. `content` only where it was asked for. */
export interface FoundPart {
  readonly n: number;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  readonly cid: string | null;
  readonly content: Buffer | null;
}

export interface MimeTree {
  readonly root: MimeNode | null;
  readonly parts: readonly FoundPart[];
  /** sha256 over what all leaves hold, line ends evened out: the same in every container */
  readonly content: string;
  /** why the mail was not read to its end, or null */
  readonly stopped: string | null;
}
