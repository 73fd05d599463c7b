import { describe, expect, it } from 'vitest';
import { dayWords } from '../i18n/days';
import type { FormField, TaskDetail } from '../platform/bindings';
import { FakeOffice } from '../platform/fake/office';
import { emptySheet, faultsOf, type Filled, followUpOf, isAsked, type Sheet, signedText } from './sheet';

const TODAY = '2026-10-09';
const words = dayWords();

/** A task of a client who has no other. */
function aTask(fields: Partial<FormField>[]): TaskDetail {
  const detail = new FakeOffice('some').detail('t1');
  const blank = { label: '', levels: [], dissatisfied: [], required: false, required_if: null, required_by: [], min: null, max: null, unit: '', lines: 1, may_be_unanswered: true, hint: '' };
  const whole = fields.map((field) => ({ ...blank, id: '', kind: 'text', ...field }));
  return { ...detail, together: [], forms: [{ task: 't1', title: '', form: 'f', fields: whole }] };
}
const reached = (detail: TaskDetail, answers: Filled['answers'] = {}, gaps: Filled['gaps'] = {}): Sheet => ({
  ...emptySheet(detail),
  outcome: 'reached',
  forms: { t1: { answers, gaps } },
});
const faults = (sheet: Sheet, detail: TaskDetail) => faultsOf(sheet, detail, TODAY, words);

describe('what a sheet must say', () => {
  it('an outcome, before anything else', () => {
    const detail = aTask([{ id: 'q', required: true }]);
    expect(faults(emptySheet(detail), detail)).toEqual([{ question: 'outcome', text: 'sheet.requiredOutcome' }]);
  });
  it('every answer that is required, all at once', () => {
    const detail = aTask([{ id: 'a', required: true }, { id: 'b' }, { id: 'c', required: true }]);
    expect(faults(reached(detail), detail).map((fault) => fault.question)).toEqual(['t1/a', 't1/c']);
  });
  it('nothing of the form when nobody was reached', () => {
    const detail = aTask([{ id: 'a', required: true }]);
    expect(faults({ ...emptySheet(detail), outcome: 'no_answer' }, detail)).toEqual([]);
  });
  it('the cause, once another answer is dissatisfied', () => {
    const levels = { kind: 'rating', levels: ['good', 'bad'], dissatisfied: ['bad'] };
    const detail = aTask([{ id: 'effect', ...levels }, { id: 'cause', required_if: 'effect' }]);
    expect(faults(reached(detail, { effect: 'good' }), detail)).toEqual([]);
    expect(faults(reached(detail, { effect: 'bad' }), detail)).toEqual([{ question: 't1/cause', text: 'sheet.required' }]);
  });
  it('the detail, once another answer is yes', () => {
    const detail = aTask([{ id: 'again', kind: 'yes_no' }, { id: 'when', required_if: 'again' }]);
    expect(faults(reached(detail, { again: false }), detail)).toEqual([]);
    expect(faults(reached(detail, { again: true }), detail)).toHaveLength(1);
  });
  it('a signature of who can sign, and of nobody on the telephone', () => {
    const detail = aTask([{ id: 'signed', kind: 'signature' }, { id: 'must', kind: 'signature', required_by: ['phone'] }]);
    const [form] = detail.forms;
    const asked = (channel: string) => form!.fields.filter((field) => isAsked(field, form!, { answers: {}, gaps: {} }, channel)).map(({ id }) => id);
    expect(asked('phone')).toEqual(['must']);
    expect(asked('home_visit')).toEqual(['signed', 'must']);
  });
  it('no is an answer', () => {
    const detail = aTask([{ id: 'again', kind: 'yes_no', required: true }]);
    expect(faults(reached(detail, { again: false }), detail)).toEqual([]);
  });
  it('a day for another call', () => {
    const detail = aTask([]);
    const later = { ...emptySheet(detail), outcome: 'call_back' };
    expect(faults(later, detail)).toEqual([{ question: 'again_on', text: 'sheet.badDay' }]);
    expect(faults({ ...later, againOn: '1122' }, detail)).toEqual([]);
  });
  it('what only a home visit needs, at a home visit', () => {
    const detail = aTask([{ id: 'signed', kind: 'signature', required_by: ['home_visit'] }]);
    expect(faults({ ...reached(detail), channel: 'phone' }, detail)).toEqual([]);
    expect(faults({ ...reached(detail), channel: 'home_visit' }, detail)).toEqual([{ question: 't1/signed', text: 'sheet.required' }]);
  });
  it('an answer, or why there is none, with a reason', () => {
    const detail = aTask([{ id: 'a', required: true }]);
    expect(faults(reached(detail, {}, { a: { why: 'unknown', reason: ' ' } }), detail)).toEqual([{ question: 't1/a', text: 'sheet.gapReason' }]);
    const said = reached(detail, {}, { a: { why: 'refused', reason: '不愿说' } });
    expect(faults(said, detail)).toEqual([]);
    expect(followUpOf(said, detail, TODAY, words)?.tasks[0]?.unanswered).toEqual({ a: { why: 'refused', reason: '不愿说' } });
  });
  it('a number within its bounds', () => {
    const detail = aTask([{ id: 'n', kind: 'number', min: 0, max: 10 }]);
    const texts = ['-1', '0', '10', '10.5'].map((n) => faults(reached(detail, { n }), detail).map((fault) => fault.text));
    expect(texts).toEqual([['sheet.outOfBounds'], [], [], ['sheet.outOfBounds']]);
  });
  it('nothing new under a signature', () => {
    const detail = aTask([{ id: 'a' }, { id: 's', kind: 'signature' }]);
    const form = detail.forms[0]!;
    const signed = signedText(form, { answers: { a: 'x' }, gaps: {} });
    const sheet = (a: string): Sheet => ({ ...reached(detail), forms: { t1: { answers: { a, s: 'f1' }, gaps: {}, signed } } });
    expect(faults(sheet('x'), detail)).toEqual([]);
    expect(faults(sheet('y'), detail)).toEqual([{ question: 't1/s', text: 'sheet.signedBefore' }]);
  });
  it('days and numbers that can be read', () => {
    const detail = aTask([{ id: 'day', kind: 'date' }, { id: 'count', kind: 'number' }]);
    const texts = faults(reached(detail, { day: 'soon', count: 'many' }), detail).map((fault) => fault.text);
    expect(texts).toEqual(['sheet.badDay', 'sheet.badNumber']);
  });
});

describe('what crosses the wire', () => {
  it('answers as their kind has them', () => {
    const detail = aTask([{ id: 'day', kind: 'date' }, { id: 'count', kind: 'number' }, { id: 'yes', kind: 'yes_no' }, { id: 'blank' }]);
    const sheet = reached(detail, { day: '11-22', count: '3', yes: false, blank: '' });
    expect(followUpOf(sheet, detail, TODAY, words)?.tasks).toEqual([{ task: 't1', answers: { day: '2026-11-22', count: 3, yes: false }, unanswered: {} }]);
  });
  it('no answers where nobody was reached, whatever was chosen before', () => {
    const detail = aTask([{ id: 'a' }]);
    const sheet = { ...reached(detail, { a: 'x' }), outcome: 'busy' };
    expect(followUpOf(sheet, detail, TODAY, words)?.tasks).toEqual([{ task: 't1', answers: {}, unanswered: {} }]);
  });
  it('every task that the same contact settles', () => {
    const detail = new FakeOffice('some').detail('t1');
    const sheet = { ...emptySheet(detail), outcome: 'no_answer' };
    const all = ['t1', ...detail.together.map((task) => task.id)];
    expect(detail.together.length).toBeGreaterThan(0);
    expect(followUpOf(sheet, detail, TODAY, words)?.tasks.map((task) => task.task)).toEqual(all);
  });
  it('nothing before the outcome is chosen', () => {
    const detail = aTask([]);
    expect(followUpOf(emptySheet(detail), detail, TODAY, words)).toBeNull();
  });
});
