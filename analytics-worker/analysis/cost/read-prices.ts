import { readFile } from 'node:fs/promises';
import { EarshotError, messageOf } from '../../../lib/errors.ts';
import { defaultPrices } from './default-prices.ts';
import { parsePrices, type PriceTable, type Unit } from './prices.ts';

const CONNECTIONS: readonly Unit[] = ['connection_minute', 'telephony_minute'];

/**
 * The table of a team, whole. Without one the default, which bills no connections: whose LiveKit server it is, is not known.
 *
 * @param file path of a JSON list (docs/cost.md)
 * @throws EarshotError `bad_prices`, naming the field, when it cannot be read or does not fit.
 */
export async function readPrices(file: string | undefined): Promise<PriceTable> {
  if (file !== undefined) return parsePrices(await readJson(file));
  return defaultPrices.filter(({ unit }) => !CONNECTIONS.includes(unit));
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const fix = 'give the path of a JSON list of prices, see docs/cost.md';
    throw new EarshotError(
      { code: 'bad_prices', field: 'PRICES_CONFIG', message: messageOf(error), fix },
      { cause: error },
    );
  }
}
