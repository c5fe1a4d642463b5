import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type MentionKind, type Node, parseMarkdown } from './markdown.ts';
import { openChannel, view } from './state.ts';

/** Moves every half minute, when relative timestamps are drawn again. */
const tick = signal(0);
setInterval(() => {
  tick.value += 1;
}, 30_000);

/** A text of the bot or of a person, as Discord shows it. */
export function MarkdownText({ text }: { text: string }) {
  return <Nodes nodes={parseMarkdown(text)} />;
}

function Nodes({ nodes }: { nodes: readonly Node[] }) {
  // The tree is made anew from the text each time, so a place is all the identity a node has.
  return (
    <>
      {nodes.map((node, index) => (
        <One key={`${index}.${node.type}`} node={node} />
      ))}
    </>
  );
}

function One({ node }: { node: Node }): JSX.Element {
  switch (node.type) {
    case 'text':
      return <>{node.text}</>;
    case 'break':
      return <br />;
    case 'code':
      return <code>{node.text}</code>;
    case 'block':
      return (
        <pre>
          <code>{node.text}</code>
        </pre>
      );
    case 'bold':
      return (
        <strong>
          <Nodes nodes={node.children} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Nodes nodes={node.children} />
        </em>
      );
    case 'underline':
      return (
        <u>
          <Nodes nodes={node.children} />
        </u>
      );
    case 'strike':
      return (
        <s>
          <Nodes nodes={node.children} />
        </s>
      );
    case 'spoiler':
      return <Spoiler nodes={node.children} />;
    case 'quote':
      return (
        <blockquote>
          <Nodes nodes={node.children} />
        </blockquote>
      );
    case 'small':
      return (
        <div class="small">
          <Nodes nodes={node.children} />
        </div>
      );
    case 'heading':
      return (
        <div class={`heading heading-${node.level}`}>
          <Nodes nodes={node.children} />
        </div>
      );
    case 'list':
      return <List node={node} />;
    case 'link':
      return (
        <a href={node.url} target="_blank" rel="noreferrer noopener">
          <Nodes nodes={node.children} />
        </a>
      );
    case 'mention':
      return <Mention kind={node.kind} id={node.id} name={node.name} />;
    case 'time':
      return <Time seconds={node.seconds} style={node.style} />;
  }
}

function List({ node: { start, items } }: { node: Extract<Node, { type: 'list' }> }) {
  const rows = items.map((item, index) => (
    <li key={`${index}.item`}>
      <Nodes nodes={item} />
    </li>
  ));
  return start === null ? <ul>{rows}</ul> : <ol start={start}>{rows}</ol>;
}

function Spoiler({ nodes }: { nodes: readonly Node[] }) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen)
    return (
      <span class="spoiler open">
        <Nodes nodes={nodes} />
      </span>
    );
  return (
    <button type="button" class="spoiler" onClick={() => setOpen(true)}>
      spoiler
    </button>
  );
}

function Mention({ kind, id, name }: { kind: MentionKind; id: string; name: string }) {
  const shown = view.value;
  if (kind === 'channel') {
    const channel = shown?.channels.find((each) => each.id === id);
    if (channel === undefined) return <span class="mention">#no-access</span>;
    return (
      <button type="button" class="mention" onClick={() => openChannel(id)}>
        #{channel.name}
      </button>
    );
  }
  if (kind === 'user')
    return (
      <span class="mention">@{shown?.people.find((each) => each.id === id)?.name ?? 'unknown-user'}</span>
    );
  if (kind === 'role') {
    const role = shown?.roles.find((each) => each.id === id);
    return (
      <span class="mention" style={role?.color ? { '--role': role.color } : {}}>
        @{role?.name ?? 'deleted-role'}
      </span>
    );
  }
  return <span class="mention">{kind === 'command' ? `/${name}` : `@${name}`}</span>;
}

const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

function Time({ seconds, style }: { seconds: number; style: string }) {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return <span>Invalid date</span>;
  const fromNow = tick.value >= 0 ? date.getTime() - Date.now() : 0;
  const full = date.toLocaleString([], STYLES['F']);
  return (
    <time class="timestamp" dateTime={date.toISOString()} title={full}>
      {style === 'R' ? relative(fromNow) : date.toLocaleString([], STYLES[style] ?? STYLES['f'])}
    </time>
  );
}

const UNITS = [
  ['year', 31_536_000_000],
  ['month', 2_592_000_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** "in 3 hours", "2 days ago". */
function relative(ms: number): string {
  const [unit, size] = UNITS.find((each) => Math.abs(ms) >= each[1]) ?? UNITS[5];
  return new Intl.RelativeTimeFormat([], { numeric: 'auto' }).format(Math.round(ms / size), unit);
}
