/** English, partial: what is missing here is said in Chinese. */
export const en = {
  app: { name: 'Follow-up desk', title: 'Follow-up desk · {{office}}' },
  nav: {
    worklist: 'Today',
    clients: 'Clients',
    problems: 'Problems',
    import: 'Import',
    report: 'Reports',
    policy: 'Policies',
    about: 'About',
  },
  common: { retry: 'Try again', close: 'Close', cancel: 'Cancel', undo: 'Undo', show: 'Show', hide: 'Hide' },
};
