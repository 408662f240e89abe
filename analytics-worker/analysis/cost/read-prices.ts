import { readFile } from 'node:fs/promises';
import { EarshotError, messageOf } from '../../../lib/errors.ts';
import { defaultPrices } from './default-prices.ts';
import { parsePrices, type PriceTable } from './prices.ts';

/**
 * The table of a team, whole; without one the default.
 *
 * @param file path of a JSON list (docs/cost.md)
 * @throws EarshotError `bad_prices`, naming the field, when it cannot be read or does not fit.
 */
export async function readPrices(file: string | undefined): Promise<PriceTable> {
  return file === undefined ? defaultPrices : parsePrices(await readJson(file));
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
