import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import type { TaskRow } from '../platform/bindings';
import type { FakePlatform } from '../platform/fake';
import { useWorklistState } from '../worklist/state';

/** A task of a rule whose client has no other: one form, one call. */
export function lonelyTask(platform: FakePlatform, rule: string): TaskRow {
  const { office } = platform;
  const found = office.tasks.find((task) => task.rule === rule && office.isOpen(task) && office.togetherOf(task).length === 0);
  if (!found) throw new Error(`no task of ${rule}`);
  return found;
}

/** Opens the sheet of a task, with the focus on its first question. */
export async function openSheet(task: TaskRow): Promise<void> {
  await screen.findByTestId('tab-all');
  useWorklistState.getState().show({ tab: 'all', find: '' });
  useWorklistState.getState().lookAt(task.id, task.client?.name ?? '');
  await waitFor(() => expect(screen.getByTestId('sheet').dataset.task).toBe(task.id));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('outcome-1')));
}

/** The name of the question that has the focus, without its task. */
export function question(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-question]')?.dataset.question?.split('/').pop();
}
