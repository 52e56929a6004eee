import type { OperationAnatomy } from '../anatomy.ts';

/** The anatomy of an operation of which nothing but these parts is known. */
export function anatomyOf(parts: Partial<OperationAnatomy> = {}): OperationAnatomy {
  return {
    ...{ operation: 'api.ask', calls: 3, failed: 0, statements: [], queries: null, modelCalls: null, models: [] },
    ...{ toolCalls: null, tools: [], toolConnections: null, usage: [], bytes: null },
    times: {
      ...{ total: null, connect: null, firstByte: null, firstToken: null, tokens: null, body: null },
      ...{ sql: null, model: null, tools: null },
    },
    ...parts,
  };
}
