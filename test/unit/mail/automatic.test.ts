import { describe, expect, it } from 'vitest';
import { parsed } from '../../helpers/mails.ts';

describe('a mail written by a machine', () => {
  it.each([
    ['auto-submitted', ['From: a@b.c', 'Auto-Submitted: auto-generated']],
    ['autoreply', ['From: a@b.c', 'Auto-Submitted: auto-replied (vacation)']],
    ['autoreply', ['From: a@b.c', 'X-Autoreply: yes']],
    ['autoreply', ['From: a@b.c', 'Precedence: auto_reply']],
    ['bulk', ['From: a@b.c', 'Precedence: bulk']],
    ['bulk', ['From: a@b.c', 'List-Unsubscribe: <mailto:u@b.c>']],
    ['list', ['From: a@b.c', 'List-Id: <talk.b.c>', 'Precedence: bulk']],
    ['bounce', ['From: MAILER-DAEMON@b.c']],
    ['bounce', ['From: a@b.c', 'Content-Type: multipart/report; report-type=delivery-status; boundary=x']],
    ['auto-submitted', ['From: a@b.c', 'Return-Path: <>']],
    ['auto-submitted', ['From: a@b.c', 'X-Auto-Response-Suppress: All']],
    ['no-reply', ['From: Shop <no-reply@b.c>']],
    ['no-reply', ['From: orders-noreply@b.c']],
  ])('is %s', async (reason, header) => {
    expect((await parsed(header)).automatic).toBe(reason);
  });

  it.each([
    ['From: Lan <lan@example.vn>', 'Auto-Submitted: no'],
    ['From: Lan <lan@example.vn>', 'Return-Path: <lan@example.vn>'],
    ['From: Reply Noreen <noreen@example.vn>', 'Precedence: first-class'],
  ])('is not one a person wrote', async (...header) => {
    expect((await parsed(header)).automatic).toBeNull();
  });
});
