import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../src/bot/metrics.ts';

describe('metrics', () => {
  it('are exposed as Prometheus reads them', () => {
    const metrics = createMetrics();
    metrics.replies.count({ surface: 'command', reply: 'answer' });
    metrics.replies.count({ surface: 'command', reply: 'answer' }, 2);
    metrics.gauge('rafah_things', 'Things.', () => 7);
    const text = metrics.expose();
    expect(text).toContain(
      '# HELP rafah_replies_total Requests answered.\n# TYPE rafah_replies_total counter\nrafah_replies_total{surface="command",reply="answer"} 3\n',
    );
    expect(text).toContain('# TYPE rafah_things gauge\nrafah_things 7\n');
    for (const line of text.trim().split('\n')) {
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{(\w+="[^"]*",?)+\})? [\d.e+-]+)$/);
    }
  });

  it('count a duration in every bucket that holds it', () => {
    const metrics = createMetrics();
    for (const seconds of [0.0005, 0.004, 10]) metrics.workSeconds.observe({ request: 'command' }, seconds);
    const text = metrics.expose();
    const bucket = (le: string) =>
      Number(new RegExp(`rafah_work_seconds_bucket\\{request="command",le="${le}"\\} (\\d+)`).exec(text)?.[1]);
    expect([bucket('0\\.001'), bucket('0\\.005'), bucket('3'), bucket('\\+Inf')]).toEqual([1, 2, 2, 3]);
    expect(text).toContain('rafah_work_seconds_count{request="command"} 3\n');
  });

  it('escape what stands in a label', () => {
    const metrics = createMetrics();
    metrics.ignored.count({ reason: 'a"b\\c\nd' });
    expect(metrics.expose()).toContain('rafah_ignored_total{reason="a\\"b\\\\c\\nd"} 1\n');
  });
});
