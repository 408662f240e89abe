import type { Filters } from '../../../api/types.ts';

/** The filters of a request and of the address; what is not there is not set. */
export type FilterSearch = { [Name in keyof Filters]?: Filters[Name] | undefined };
