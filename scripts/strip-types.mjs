/** jest transformer: the type stripping that Node applies itself, positions kept, nothing else changed. */
import { stripTypeScriptTypes } from 'node:module';

export default {
  process(source) {
    return { code: stripTypeScriptTypes(source) };
  },
};
