import { mail } from './cli-seed.ts';

/** Four mails of a small shop: a question, our answer, one of long ago, and one that waits. */
export const ask = mail(
  {
    From: 'Lan <lan@example.vn>',
    To: 'shop@example.org',
    'Delivered-To': 'shop@example.org',
    Subject: 'Washing machine',
    Date: 'Mon, 9 Mar 2026 09:00:00 +0000',
    'Message-ID': '<1@example.vn>',
  },
  'It leaks.',
);
export const answer = mail(
  {
    From: 'Shop <shop@example.org>',
    To: 'lan@example.vn',
    Subject: 'Re: Washing machine',
    Date: 'Tue, 10 Mar 2026 09:00:00 +0000',
    'Message-ID': '<2@example.org>',
    'In-Reply-To': '<1@example.vn>',
  },
  'We come tomorrow.',
);
export const old = mail(
  {
    From: 'Ben <ben@example.com>',
    To: 'shop@example.org',
    'Delivered-To': 'shop@example.org',
    Subject: 'Hello',
    Date: 'Mon, 9 Jun 2025 09:00:00 +0000',
    'Message-ID': '<3@example.com>',
  },
  'Old words.',
);
export const fresh = mail(
  {
    From: 'Mai <mai@example.vn>',
    To: 'shop@example.org',
    'Delivered-To': 'shop@example.org',
    Subject: 'Bill',
    Date: 'Tue, 10 Mar 2026 08:00:00 +0000',
    'Message-ID': '<4@example.vn>',
  },
  'Twice!',
);
