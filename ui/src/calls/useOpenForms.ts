import { useQueries, useQuery } from '@tanstack/react-query';
import { clientPageQueryOptions, taskDetailQueryOptions } from '../api/queries';
import type { TaskForm, TaskRow } from '../platform/bindings';

/** The client's tasks that a contact can settle now, and the forms of those that were chosen. */
export function useOpenForms(client: string, chosen: string[]): { tasks: TaskRow[]; forms: TaskForm[] } {
  const page = useQuery(clientPageQueryOptions(client)).data;
  const details = useQueries({ queries: chosen.map((task) => taskDetailQueryOptions(task)) });
  const tasks = (page?.tasks ?? []).filter((task) => task.settled_by === 'record' && ['open', 'overdue'].includes(task.state));
  const forms = details.flatMap(({ data }, index) => data?.forms.filter((form) => form.task === chosen[index]) ?? []);
  return { tasks, forms };
}
