import { expect, it } from 'vitest';
import { asPhone } from './wish';

it('reads telephone numbers as people write them', () => {
  expect(asPhone('138 1234-6621')).toBe('13812346621');
  expect(asPhone('+8613812346621')).toBe('13812346621');
  expect(asPhone('0571-88886666')).toBe('057188886666');
  expect(asPhone('zhangsan')).toBeNull();
  expect(asPhone('17-2-901')).toBeNull();
});
