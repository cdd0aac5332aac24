import { filed, joins, type LiveThread, mail, newCase, type Step } from './gold.ts';
import { ANNA, fromAnna, fromLan, fromSomchai, LAN, OWN, SOMCHAI } from './scenes.ts';

const _kind = 'state';
const own = OWN;
const solved: Step = { did: 'solved', key: 'A' };
const _closed: Step = { did: 'closed', key: 'A' };

const lanAnswers = (...body: string[]) =>
  fromLan('Subject: Re: Máy xay', 'Message-ID: <S1@x.example>', 'In-Reply-To: <{{minted:A.1}}>', '', ...body);
const annaAnswers = (...body: string[]) =>
  fromAnna('Subject: Re: Invoice', 'Message-ID: <S2@acme.example>', 'In-Reply-To: <{{minted:A.1}}>', '', ...body);
const somchaiAnswers = (...body: string[]) =>
  fromSomchai('Subject: Re: a', 'Message-ID: <S3@x.example>', 'In-Reply-To: <{{minted:A.1}}>', '', ...body);
const _lanToToken = mail(
  'From: lan.nguyen@thuxanh.example',
  'To: hotro+{{token:A}}@shop.example',
  'Subject: máy',
  'Message-ID: <S4@x.example>',
  '',
  'Máy lại rò rồi ạ.',
);

/** Thank-yous, and mails that bear the id of one that lay there before. */
export const WRITTEN_AGAIN: readonly LiveThread[] = [
  {
    name: 'vi: a bare thank-you to a solved case',
    kind: 'thanks',
    own,
    given: [...LAN, solved],
    mail: lanAnswers('cảm ơn shop nhé'),
    expect: filed('A', 'solved'),
  },
  {
    name: 'th: a bare thank-you to a solved case',
    kind: 'thanks',
    own,
    given: [...SOMCHAI, solved],
    mail: somchaiAnswers('ขอบคุณค่ะ'),
    expect: filed('A', 'solved'),
  },
  {
    name: 'en: a bare thank-you over the quoted mail',
    kind: 'thanks',
    own,
    given: [...ANNA, solved],
    mail: annaAnswers(
      'thanks!',
      '',
      'On Tue, 3 Mar 2026 at 15:00, Shop <hotro@shop.example> wrote:',
      '> The corrected invoice is attached.',
    ),
    expect: filed('A', 'solved'),
  },
  {
    name: 'vi: a thank-you with a question reopens',
    kind: 'thanks',
    own,
    given: [...LAN, solved],
    mail: lanAnswers('cảm ơn shop, khi nào giao vậy?'),
    expect: joins('A'),
  },
  {
    name: 'th: a thank-you that says it still does not work reopens',
    kind: 'thanks',
    own,
    given: [...SOMCHAI, solved],
    mail: somchaiAnswers('ขอบคุณค่ะ แต่ยังไม่ได้รับของเลย'),
    expect: joins('A'),
  },
  {
    name: 'mail to two of our addresses comes twice',
    kind: 'same mail',
    own,
    given: [
      {
        did: 'opened',
        key: 'A',
        number: 42,
        by: mail(
          'Delivered-To: hotro@shop.example',
          'Received: from a by b; Mon, 2 Mar 2026 09:30:00 +0700',
          'From: hoa@khac.example',
          'To: hotro@shop.example, banhang@shop.example',
          'Subject: Hỏi giá',
          'Message-ID: <D1@khac.example>',
          '',
          'Giá sỉ thế nào ạ?',
        ),
      },
    ],
    mail: mail(
      'Delivered-To: banhang@shop.example',
      'Received: from a by c; Mon, 2 Mar 2026 09:30:09 +0700',
      'X-Spam-Score: 0.1',
      'From: hoa@khac.example',
      'To: hotro@shop.example, banhang@shop.example',
      'Subject: Hỏi giá',
      'Message-ID: <D1@khac.example>',
      '',
      'Giá sỉ thế nào ạ?',
    ),
    expect: { ...joins('A', 'new'), alreadyThere: true },
  },
  {
    name: 'the same mail again through a list that adds a footer',
    kind: 'same mail',
    own,
    given: [
      {
        did: 'opened',
        key: 'A',
        by: mail(
          'From: hoa@khac.example',
          'To: hotro@shop.example, nhom@list.example',
          'Subject: Hỏi giá',
          'Message-ID: <D2@khac.example>',
          '',
          'Giá sỉ thế nào ạ?',
        ),
      },
    ],
    mail: mail(
      'From: hoa@khac.example',
      'To: hotro@shop.example, nhom@list.example',
      'Subject: Hỏi giá',
      'Message-ID: <D2@khac.example>',
      'List-Id: <nhom.list.example>',
      '',
      'Giá sỉ thế nào ạ?',
      '_______________',
      'Nhóm mua chung: https://list.example/nhom',
    ),
    expect: { ...joins('A', 'new'), automatic: true, reusedId: true },
  },
  {
    name: 'a stranger uses the id of a stored mail over another text',
    kind: 'same mail',
    own,
    given: ANNA,
    mail: mail(
      'From: x@evil.test',
      'To: hotro@shop.example',
      'Subject: Bank account',
      'Message-ID: <4C1E9D52-77AA-4B0B-8E4C-2B1F@acme.example>',
      '',
      'We have a new bank account.',
    ),
    expect: { ...newCase('A'), reusedId: true },
  },
  {
    name: 'a broken program of the customer uses its one id for another matter',
    kind: 'same mail',
    own,
    given: ANNA,
    mail: fromAnna(
      'Subject: Catalogue, please',
      'Message-ID: <4C1E9D52-77AA-4B0B-8E4C-2B1F@acme.example>',
      '',
      'Please send your catalogue.',
    ),
    expect: { ...newCase('A'), reusedId: true },
  },
];
