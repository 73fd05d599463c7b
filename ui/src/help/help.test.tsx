import { existsSync, readdirSync } from 'node:fs';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { KEYS } from '../desk/keys';
import { useRoute } from '../desk/route';
import { texts } from '../i18n';
import { zhCN } from '../i18n/zh-CN';
import { openWindow } from '../test/render';
import { pictureAddress } from './pictures';
import { findTopics, pictureText, TOPICS, topicOf } from './topics';

const FOLDER = 'src/help/pictures';
const named = TOPICS.flatMap((id) => topicOf(id).steps.flatMap(({ picture }) => picture ?? []));
const shown = () => screen.getByTestId('help-text').dataset.topic;
const topics = () => screen.getAllByTestId('help-topic').map((topic) => topic.textContent);

describe('the words of the help', () => {
  it.each(TOPICS)('%s has a title, says what it is for, and has a step', (id) => {
    const { title, about, steps } = topicOf(id);
    expect([title, about, ...steps.map(({ text }) => text)].every((text) => text.length > 1 && !text.startsWith('help.'))).toBe(true);
    expect(steps.length).toBeGreaterThan(0);
  });
  it('call buttons and pages by names that the catalogue knows', () => {
    const written = JSON.stringify(zhCN.help);
    const keys = [...written.matchAll(/\$t\(([\w.]+)\)/g)].map((match) => match[1]!);
    expect(keys.length).toBeGreaterThan(30);
    expect(keys.filter((key) => !texts.exists(key))).toEqual([]);
    const said = [...TOPICS.flatMap((id) => topicOf(id).steps.map(({ text }) => text)), ...named.map(pictureText)].join('\n');
    expect(said).not.toMatch(/\$t\(|\{\{/);
  });
  it('name a key only as the list of keys has it', () => {
    const pages = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => `Ctrl ${digit}`);
    const listed = Object.values(KEYS).flatMap((group) => group.map(([keys]) => keys as string));
    // Parts of entries of the list, and keys that a bar or a field shows beside what they do.
    const known = [...pages, ...listed, '↑', '↓', '1', 'Ctrl V', 'Ctrl Shift P', 'F4', 'F6'];
    const used = TOPICS.flatMap((id) => topicOf(id).steps.flatMap(({ text }) => [...text.matchAll(/\[([^\]]+)\]/g)].map((match) => match[1]!)));
    expect(used.length).toBeGreaterThan(30);
    expect([...new Set(used)].filter((key) => !known.includes(key))).toEqual([]);
  });
});

describe('the pictures of the help', () => {
  it('are there, each with the words that stood on the page, and each is used', () => {
    const stored = readdirSync(FOLDER).filter((file) => file.endsWith('.png')).map((file) => file.replace(/\.png$/, ''));
    expect(stored.sort(), 'cargo xtask pictures takes what is missing').toEqual([...named].sort());
    expect(stored.filter((name) => !existsSync(`${FOLDER}/${name}.txt`))).toEqual([]);
    expect(named.filter((name) => !pictureAddress(name))).toEqual([]);
  });
  it('say at each mark what it is', () => {
    expect(Object.keys(zhCN.help.picture).sort()).toEqual([...named].sort());
    expect(named.filter((name) => !pictureText(name).startsWith('①'))).toEqual([]);
  });
});

describe('the page of help', () => {
  it('opens from the keys at what it says about the page below, and Escape leads back there', async () => {
    const { user } = openWindow();
    await user.click(await screen.findByTestId('nav-problems'));
    await screen.findByTestId('problem-list');
    await user.keyboard('{F1}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('keys-help')));
    await user.keyboard('{Enter}');
    await screen.findByTestId('help-page');
    expect(shown()).toBe('problems');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('help-topics')));
    await user.keyboard('{Escape}');
    await screen.findByTestId('problem-list');
    expect(useRoute.getState().route).toEqual({ page: 'problems' });
  });

  it('walks through its topics with the arrows, and Escape still leads to where one was', async () => {
    const { user } = openWindow();
    await user.click(await screen.findByTestId('help-open'));
    expect(shown()).toBe('today');
    await user.keyboard('{ArrowDown}');
    expect(shown()).toBe('call');
    await user.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}');
    expect(shown()).toBe('first');
    await user.keyboard('{End}');
    expect(shown()).toBe('keys');
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByTestId('help-text'));
    await user.keyboard('{Escape}');
    await screen.findByTestId('task-list');
  });

  it('finds topics by words of their text, and says when there is none', async () => {
    const { user } = openWindow();
    await user.click(await screen.findByTestId('help-open'));
    const find = screen.getByTestId('help-find');
    await user.type(find, '失访');
    expect(topics()).toEqual(['没打通怎么办']);
    expect(shown()).toBe('unanswered');
    await user.clear(find);
    await user.type(find, '没有这样的话');
    expect(screen.queryByTestId('help-text')).toBeNull();
    expect(screen.getByTestId('help-nothing').textContent).toContain('没有这样的话');
    await user.keyboard('{Escape}');
    expect(topics()).toHaveLength(TOPICS.length);
    expect(findTopics('ctrl n')).toContain('matters');
  });

  it('is found by Ctrl+K', async () => {
    const { user } = openWindow();
    await screen.findByTestId('task-list');
    await user.keyboard('{Control>}k{/Control}bangzhu');
    await waitFor(() => expect(screen.getAllByTestId('command-hit')).toHaveLength(1));
    await user.keyboard('{Enter}');
    await screen.findByTestId('help-page');
  });

  it('lists the keys from the table of keys', async () => {
    const { user } = openWindow();
    await user.click(await screen.findByTestId('help-open'));
    await user.keyboard('{End}');
    const lines = within(screen.getByTestId('help-text')).getAllByRole('term').map((term) => term.textContent);
    expect(lines).toEqual(Object.values(KEYS).flatMap((group) => group.map(([keys]) => keys)));
  });

  it('shows a picture in its own size and back', async () => {
    const { user } = openWindow();
    await user.click(await screen.findByTestId('help-open'));
    const picture = screen.getByRole('button', { name: /^放大图片/ });
    expect(picture.getAttribute('aria-pressed')).toBe('false');
    await user.click(picture);
    expect(picture.getAttribute('aria-pressed')).toBe('true');
  });
});
