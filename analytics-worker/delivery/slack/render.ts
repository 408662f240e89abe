import type { OutboxMessage } from '../../alerts/message.ts';
import { linesOf, type Lines, type RenderOptions } from './lines.ts';

/** What Slack is sent: blocks for the channel, `text` for notifications, for the row and for print. */
export type Rendered = { text: string; blocks: object[] };

export function render(message: OutboxMessage, options: RenderOptions): Rendered {
  const lines = linesOf(message, options);
  return { text: textOf(lines), blocks: blocksOf(lines) };
}

function textOf({ title, facts, points, nextStep, link, remarks }: Lines): string {
  return [
    title,
    facts,
    ...points.map(({ text, quote }) => `- ${text}${quote && ` ${quote}`}`),
    ...(nextStep ? [`Next step: ${nextStep}`] : []),
    ...(link ? [`${link.label}: ${link.url}`] : []),
    ...remarks,
  ].join('\n');
}

function blocksOf({ title, facts, points, nextStep, link, remarks }: Lines): object[] {
  return [
    section(`*${title}*\n${facts}`),
    ...points.map(({ text, quote }) => section(`• ${text}${quote && `\n>${quote}`}`)),
    ...(nextStep ? [section(`*Next step:* ${nextStep}`)] : []),
    ...(link ? [section(`<${link.url}|${link.label}>`)] : []),
    ...(remarks.length > 0 ? [{ type: 'context', elements: remarks.map(markdown) }] : []),
  ];
}

const section = (text: string) => ({ type: 'section', text: markdown(text) });

/** `verbatim`: Slack makes no link and no mention of what only looks like one. */
function markdown(text: string): object {
  return { type: 'mrkdwn', text, verbatim: true };
}
