import { Component, type ReactNode } from 'react';
import { asWireError } from '../platform';
import { Failed } from './Failed';

/** Keeps a failure in its part of the window; the rest lives on. */
export class Boundary extends Component<{ children: ReactNode }, { error: unknown }> {
  state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  render() {
    if (this.state.error === null) return this.props.children;
    return (
      <div style={{ padding: 24 }}>
        <Failed error={asWireError(this.state.error)} onRetry={() => this.setState({ error: null })} />
      </div>
    );
  }
}
