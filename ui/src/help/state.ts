import { create } from 'zustand';
import type { TopicId } from './topics';

/** Where somebody is in the help; it is there again when he comes back to it. */
export const useHelp = create<{ topic: TopicId; find: string; show: (topic: TopicId) => void; look: (find: string) => void }>((set) => ({
  topic: 'first',
  find: '',
  show: (topic) => set({ topic }),
  look: (find) => set({ find }),
}));
