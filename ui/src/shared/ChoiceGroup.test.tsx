import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef, useState } from 'react';
import { expect, it } from 'vitest';
import { ChoiceGroup } from './ChoiceGroup';
import { moveQuestion } from './questions';

const LEVELS = ['good', 'fair', 'bad'].map((value) => ({ value, label: value }));

/** Two questions below each other, and a text. */
function Form() {
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const form = useRef<HTMLDivElement>(null);
  return (
    <div ref={form}>
      {['first', 'second'].map((name) => (
        <div key={name} data-question={name}>
          <ChoiceGroup
            label={name}
            choices={LEVELS}
            value={answers[name] ?? null}
            onChange={(value) => setAnswers((before) => ({ ...before, [name]: value }))}
            onMove={(from, move) => moveQuestion(form.current, from, move)}
          />
        </div>
      ))}
      <div data-question="note">
        <textarea aria-label="note" />
      </div>
    </div>
  );
}

const radio = (group: number, level: number) => screen.getAllByRole('radio')[group * 3 + level]!;

it('a digit answers and moves on to the next question', async () => {
  const user = userEvent.setup();
  render(<Form />);
  radio(0, 0).focus();
  await user.keyboard('2');
  expect(radio(0, 1).getAttribute('aria-checked')).toBe('true');
  expect(document.activeElement).toBe(radio(1, 0));
  await user.keyboard('3');
  expect(radio(1, 2).getAttribute('aria-checked')).toBe('true');
  expect(document.activeElement).toBe(screen.getByLabelText('note'));
});

it('digits typed into a text stay text', async () => {
  const user = userEvent.setup();
  render(<Form />);
  await user.type(screen.getByLabelText('note'), '12');
  expect((screen.getByLabelText('note') as HTMLTextAreaElement).value).toBe('12');
  expect(screen.getAllByRole('radio', { checked: false })).toHaveLength(6);
});

it('a digit beyond the answers does nothing', async () => {
  const user = userEvent.setup();
  render(<Form />);
  radio(0, 0).focus();
  await user.keyboard('7');
  expect(screen.queryAllByRole('radio', { checked: true })).toHaveLength(0);
});

it('arrows choose within a question, Enter and Shift+Enter go between them', async () => {
  const user = userEvent.setup();
  render(<Form />);
  radio(0, 0).focus();
  await user.keyboard('{ArrowRight}{ArrowRight}');
  expect(radio(0, 1).getAttribute('aria-checked')).toBe('true');
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(radio(1, 0));
  await user.keyboard('{Shift>}{Enter}{/Shift}');
  expect(document.activeElement).toBe(radio(0, 1));
});

it.each([
  ['Chromium', { isComposing: true, keyCode: 229 }],
  ['WebKit', { isComposing: false, keyCode: 229 }],
])('the Enter that confirms a candidate does not move on (%s)', (_engine, ime) => {
  render(<Form />);
  radio(0, 0).focus();
  fireEvent.keyDown(radio(0, 0), { key: 'Enter', ...ime });
  expect(document.activeElement).toBe(radio(0, 0));
});

it('is one stop for Tab', () => {
  render(<Form />);
  expect(screen.getAllByRole('radio').filter((choice) => choice.tabIndex === 0)).toHaveLength(2);
});
