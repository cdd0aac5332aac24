/** A file of a mail; `cid`: it stands in the text. */
export interface MailFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
  readonly cid?: string;
}

/** A mail with files, as it lies on the wire; `header` without the MIME fields. */
export function mailWithFiles(header: readonly string[], text: string, files: readonly MailFile[]): Buffer {
  const parts = files.flatMap(({ name, type, bytes, cid }) => [
    '--cut',
    `Content-Type: ${type}; name="${name}"`,
    `Content-Disposition: ${cid === undefined ? 'attachment' : 'inline'}; filename="${name}"`,
    ...(cid === undefined ? [] : [`Content-ID: <${cid}>`]),
    'Content-Transfer-Encoding: base64',
    '',
    ...(bytes.toString('base64').match(/.{1,76}/g) ?? []),
  ]);
  return Buffer.from(
    [
      ...[...header, 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=cut', ''],
      ...['--cut', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', ''],
      ...[...text.split('\n'), ...parts, '--cut--', ''],
    ].join('\r\n'),
  );
}
