import type { z } from 'zod';
import { personKey } from '../../events/ids.ts';
import type { callUpdated } from '../../events/types/call.ts';
import type { Known } from './facts.ts';
import type { Lead, LeadScore } from './types.ts';

export type Person = { key: string; name: string; email: string; company: string; phone: string };

type About = z.infer<typeof callUpdated>;

/** Who the caller is, as far as any road says: by e-mail address, else by number, else only this call. */
export function personOf(known: Known, call: string, secret: string): Person {
  const callers = known.of('participant.joined').filter(({ fact }) => fact.data.role === 'caller');
  const updates: About[] = [...callers, ...known.of('call.started'), ...known.of('call.updated')].map(
    ({ fact }) => fact.data,
  );
  const newest = (pick: (about: About) => string | undefined) => updates.map(pick).findLast((value) => value) ?? '';
  const email = newest(({ participant }) => participant?.email);
  const isOutbound = known.of('call.started').some(({ fact }) => fact.data.channel === 'phone_outbound');
  const phone = newest(({ sip }) => (isOutbound ? sip?.calledNumber : sip?.callerNumber));
  return {
    key: personKey(secret, { email, phone, call }),
    name: newest(({ participant }) => participant?.name),
    email,
    company: newest(({ participant }) => participant?.company),
    phone,
  };
}

export function leadOf(person: Person, call: string, startedAt: number, leadScore: LeadScore | null): Lead {
  const { key, ...about } = person;
  return {
    personKey: key,
    ...about,
    lastCallId: call,
    lastCallAt: startedAt,
    leadScore: leadScore?.score ?? null,
    tier: leadScore?.tier ?? 'none',
  };
}
