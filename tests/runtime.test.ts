import { expect, test } from '@jest/globals';

test('the suite runs on the Node that npm installed, not on the system one', () => {
  expect(process.versions.node.split('.')[0]).toBe('24');
});
