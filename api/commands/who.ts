import { token } from '../../events/ids.ts';
import { EarshotError } from '../../lib/errors.ts';

const LONGEST_NAME = 100;

/** @throws EarshotError `bad_option`, naming the option. */
export function checkWho({ name, tenant }: { name: string; tenant: string }): void {
  if (!token.safeParse(tenant).success) throw badOption('--tenant', 'must be 1-64 letters, digits, _ or -');
  const printable = /^[^\p{Cc}]+$/u.test(name);
  if (!printable || name.length > LONGEST_NAME) throw badOption('--name', `must be 1-${LONGEST_NAME} characters`);
}

function badOption(field: string, message: string): EarshotError {
  return new EarshotError({ code: 'bad_option', field, message, fix: 'choose one of that form' });
}
