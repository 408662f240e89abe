/** By itself, so that the command line knows them without the library of schemas. */
export const roles = ['admin', 'manager', 'analyst', 'viewer'] as const;
