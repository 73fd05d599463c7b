import { expect, it } from 'vitest';
import { looksLikeId, looksLikePhone, maskId, maskNumbersIn, maskPhone, spacePhone } from './mask';

it('hides the middle of a mobile number', () => expect(maskPhone('13812346621')).toBe('138****6621'));
it('hides the middle of a number with an area code', () => expect(maskPhone('02188886666')).toBe('021****6666'));
it('keeps two digits of a short number', () => expect(maskPhone('8866123')).toBe('*****23'));
it('hides a very short number altogether', () => expect(maskPhone('110')).toBe('***'));
it('groups a mobile number for reading aloud', () => expect(spacePhone('13812346621')).toBe('138 1234 6621'));
it('takes a day for no telephone number', () => expect(looksLikePhone('2026-10-09')).toBe(false));
it('takes a landline for one', () => expect(looksLikePhone('021-88886666')).toBe(true));
it('hides birth and sequence of an identity number', () => expect(maskId('310101199003071234')).toBe('310***********1234'));
it.each(['310101199003071234', '31010119900307123X', '310101900307123'])('takes %s for an identity number', (id) => {
  expect(looksLikeId(id)).toBe(true);
  expect(looksLikePhone(id)).toBe(false);
});

it.each([
  ['请打女儿 13998765432,晚上在家', '请打女儿 139****5432,晚上在家'],
  ['改为 138 1234 6621、021-88886666', '改为 138****6621、021****6666'],
  ['身份证 31010119900307123X', '身份证 310***********123X'],
])('hides the numbers in “%s”', (text, masked) => expect(maskNumbersIn(text)).toBe(masked));
it.each(['维修 WX26100100001 完成,试运行至 2026-10-23', '问题 WT260017 办结,费用 1234567 元', '2026-10-09 15:30 3栋2单元1501'])('leaves “%s” as it is', (text) => expect(maskNumbersIn(text)).toBe(text));
