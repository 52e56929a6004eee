import { expect, test } from '@jest/globals';
import { fitsBlanked, fitsRequest } from './blanked.ts';
import { requestFacts } from './request-facts.ts';

test.each([
  ['***', 'basketball', true],
  ['Who plays ***?', 'Who plays basketball?', true],
  ['a *** and ***', 'a basketball and volleyball', true],
  // What the replay blanks itself is a blank on both sides.
  ['key ***, team ***', 'key ***, team rockets', true],
  ['Who plays ***?', 'Who wins basketball?', false],
  ['Who plays ***?', 'Who plays basketball!', false],
  // Nothing shorter is ever blanked: this is a rule in Markdown that became another.
  ['***', '---', false],
  ['***', 'Who won?', false],
  ['***', '', false],
  ['abc***cba', 'abcba', false],
  ['basketball', 'volleyball', false],
])('recorded %j, asked %j: %j', (recorded, asked, fits) => {
  expect(fitsBlanked(recorded, asked)).toBe(fits);
});

const factsOf = (body: string, changes: { method?: string; path?: string } = {}): ReturnType<typeof requestFacts> =>
  requestFacts({ method: 'POST', path: '/v1/messages', body, ...changes });
const RECORDED = factsOf('{"model":"m","n":[1,{"about":"the ***"}],"***":null}');

test.each([
  ['words in the place of blanks, in keys too', factsOf('{"basketball":null,"n":[1,{"about":"the rockets"}],"model":"m"}'), true],
  ['another text around them', factsOf('{"model":"m","n":[1,{"about":"a rockets"}],"basketball":null}'), false],
  ['another number', factsOf('{"model":"m","n":[2,{"about":"the rockets"}],"basketball":null}'), false],
  ['another type', factsOf('{"model":"m","n":[1,{"about":7654321}],"basketball":null}'), false],
  ['a longer list', factsOf('{"model":"m","n":[1,{"about":"the rockets"},1],"basketball":null}'), false],
  ['one key more', factsOf('{"model":"m","n":[1,{"about":"the rockets"}],"basketball":null,"x":1}'), false],
  ['one key less', factsOf('{"model":"m","n":[1,{"about":"the rockets"}]}'), false],
  ['no JSON', factsOf('basketball'), false],
  ['another path', factsOf('{"model":"m","n":[1,{"about":"the rockets"}],"basketball":null}', { path: '/other' }), false],
  ['another method', factsOf('{"model":"m","n":[1,{"about":"the rockets"}],"basketball":null}', { method: 'PUT' }), false],
])('a recorded request and one with %s: %j', (_, asked, fits) => {
  expect(fitsRequest(RECORDED, asked)).toBe(fits);
});

test('a path and a body that is no JSON may have blanks too', () => {
  const recorded = factsOf('about ***', { path: '/projects/***/messages' });
  expect(fitsRequest(recorded, factsOf('about basketball', { path: '/projects/rockets/messages' }))).toBe(true);
  expect(fitsRequest(recorded, factsOf('about basketball', { path: '/projects/messages' }))).toBe(false);
  expect(fitsRequest(recorded, factsOf('"about basketball"', { path: '/projects/rockets/messages' }))).toBe(false);
});
