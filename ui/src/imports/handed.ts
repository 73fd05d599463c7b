import { create } from 'zustand';

/** Files that were chosen elsewhere, waiting for the page of imports to take them. */
export const useHandedFiles = create<{ files: string[] }>(() => ({ files: [] }));

/** Takes the files; the next one finds none. */
export function takeHandedFiles(): string[] {
  const { files } = useHandedFiles.getState();
  if (files.length > 0) useHandedFiles.setState({ files: [] });
  return files;
}
