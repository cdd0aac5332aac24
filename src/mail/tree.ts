import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { converter, decodeBase64Text } from './base64-text.ts';
import type { Flow } from './flowed.ts';
import {
  type HeaderLine,
  type InsideAttachment,
  type InsideNode,
  InsideParser,
  isAttachment,
  type SplitNode,
} from './inside-mailparser.ts';
import { partName } from './part-name.ts';

/** A node of the MIME tree; `bytes` are there for shown text only, decoded from base64 and quoted-printable. */
export interface MimeNode {
  readonly type: string;
  readonly charset: string | null;
  /** the text is format=flowed; null: its lines are as they are */
  readonly flow: Flow | null;
  readonly bytes: Buffer | null;
  readonly children: readonly MimeNode[];
}

/** A part shown as a file: numbered from 1 in the order of the mail. `content` only where it was asked for. */
interface FoundPart {
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
  /** sha256 over what all leaves hold, line ends evened out: the same mail has the same in every container */
  readonly content: string;
  /** why the mail was not read to its end, or null */
  readonly stopped: string | null;
}

interface Leaf {
  readonly inside: InsideNode;
  readonly charset: string | null;
  readonly flow: Flow | null;
  bytes: Buffer | null;
  digest: string;
}

const OPTIONS = {
  ...{ skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true, skipImageLinks: true },
  ...{ keepDeliveryStatus: true, ignoreEmbedded: true, checksumAlgo: 'sha256' },
};

/** Types that are text to be read, unless the mail calls them an attachment. `text` alone is an old mailer's text/plain. */
const SHOWN = ['text/plain', 'text/html', 'text/enriched', 'text/richtext', 'text/markdown', 'text'];

/** mailparser, kept to the tree: no header is interpreted, no text decoded from its charset, joined or converted. */
class TreeParser extends InsideParser {
  readonly leaves: Leaf[] = [];
  private started = 0;

  constructor() {
    super(OPTIONS);
    this.textTypes = [...SHOWN];
    this.decoder = { decodeStream: (key) => converter((bytes) => this.textEnded(key, bytes)) };
  }

  override createNode(node: SplitNode): InsideNode {
    if (node.encoding === 'base64' && SHOWN.includes(node.contentType || 'text/plain')) {
      node.getDecoder = () => converter(decodeBase64Text);
    }
    // mailparser joins a quoted line with the answer under it; flowed.ts heeds the quote depth
    const flow = node.flowed ? { delSp: node.delSp } : null;
    node.flowed = false;
    const inside = super.createNode(node);
    const leaf: Leaf = { inside, charset: inside.charset ?? null, flow, bytes: null, digest: '' };
    inside.charset = `desk-${this.leaves.length}`;
    this.leaves.push(leaf);
    return inside;
  }

  override processHeaders(lines: readonly HeaderLine[]): Map<string, unknown> {
    const id = lines.find(({ key }) => key === 'content-id')?.line;
    return new Map(id === undefined ? [] : [['content-id', id.slice(id.indexOf(':') + 1).trim()]]);
  }

  /** The leaf whose content comes next in the stream of attachments. */
  nextAttachment(): Leaf | undefined {
    const rest = this.leaves.slice(this.started).findIndex(({ inside }) => inside.isAttachment === true);
    if (rest < 0) return undefined;
    this.started += rest + 1;
    return this.leaves[this.started - 1];
  }

  private textEnded(key: string, bytes: Buffer): null {
    const leaf = this.leaves[Number(key.replace('desk-', ''))];
    if (leaf) {
      leaf.bytes = bytes;
      leaf.digest = sha256(evened(bytes));
    }
    return null;
  }
}

/**
 * Splits a mail into its MIME tree: shown text as bytes, everything else as parts (delivery reports, attached mails
 * and inline images too). With `wanted` the content of that part is kept. Never rejects: `stopped` says what went wrong
 * (more than 1000 parts, a header over 1 MB), and what was read until then is there.
 */
export function readTree(mail: Buffer, wanted: number | null = null): Promise<MimeTree> {
  const parser = new TreeParser();
  const parts: FoundPart[] = [];
  return new Promise((resolve) => {
    const end = (stopped: string | null): void => {
      const content = contentOf(parser.leaves.map((leaf) => ({ type: leaf.inside.contentType, digest: leaf.digest })));
      resolve({ root: parser.tree ? toNode(parser.tree, parser.leaves) : null, parts, content, stopped });
    };
    parser.on('data', (data: { type?: string }) => {
      if (!isAttachment(data)) return;
      const leaf = parser.nextAttachment();
      const n = parts.length + 1;
      drain(data, (bytes) => {
        if (leaf) parts.push(toPart(leaf.inside, data, n, n === wanted ? bytes : null));
        if (leaf) leaf.digest = isTextual(leaf.inside) ? sha256(evened(bytes)) : data.checksum;
        data.release();
      });
    });
    parser.once('end', () => end(null));
    parser.once('error', (error: Error) => end(error.message));
    parser.end(mail);
  });
}

/** The tree of a mail that is one plain text: what `readTree` makes of it. */
export function treeOfText(bytes: Buffer, charset: string | null): MimeTree {
  return {
    root: { type: 'text/plain', charset, flow: null, bytes, children: [] },
    parts: [],
    content: contentOf([{ type: 'text/plain', digest: sha256(evened(bytes)) }]),
    stopped: null,
  };
}

const contentOf = (leaves: readonly { type: string | false; digest: string }[]): string =>
  sha256(leaves.map(({ type, digest }) => `${type} ${digest}\n`).join(''));

function drain(data: InsideAttachment, done: (bytes: Buffer) => void): void {
  const chunks: Buffer[] = [];
  data.content.on('data', (chunk: Buffer) => chunks.push(chunk));
  data.content.once('end', () => done(Buffer.concat(chunks)));
}

function toPart(inside: InsideNode, data: InsideAttachment, n: number, content: Buffer | null): FoundPart {
  const type = inside.contentType || 'application/octet-stream';
  const cid = data.cid === undefined || data.cid === '' ? null : data.cid;
  return { n, name: partName(inside.node, n), type, size: data.size, sha256: data.checksum, cid, content };
}

function toNode(inside: InsideNode, leaves: readonly Leaf[]): MimeNode {
  const leaf = leaves.find((one) => one.inside === inside);
  const children = inside.children.map((child) => toNode(child, leaves));
  return {
    type: inside.contentType || 'text/plain',
    charset: leaf?.charset ?? null,
    flow: leaf?.flow ?? null,
    bytes: leaf?.bytes ?? null,
    children,
  };
}

const isTextual = (inside: InsideNode): boolean =>
  inside.node.encoding !== 'base64' || /^(text|message)\//.test(inside.contentType || 'text/plain');

/** The same text from an mbox (LF, `>From`) and from the wire (CRLF) is the same. */
const evened = (bytes: Buffer): Buffer =>
  Buffer.from(
    bytes
      .toString('latin1')
      .replaceAll('\r\n', '\n')
      .replace(/^>+(?=From )/gm, '')
      .trimEnd(),
    'latin1',
  );

const sha256 = (data: Buffer | string): string => createHash('sha256').update(data).digest('hex');
