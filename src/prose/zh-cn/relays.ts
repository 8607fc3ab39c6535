import type { relays as en } from '../en/relays';
import type { Translation } from '../shapes';

const values = (count: number) => `${count.toLocaleString('en')} 个值`;

/** The sentences about relays, in Simplified Chinese. */
export const relays = {
  names: { 'hash-relay': 'hash 中转', 'name-relay': 'window.name 中转' },
  title: '中转 A → B → C',
  heading: '所有中转 A → B → C',
  part: (nth, of) => `中转 A → B → C，第 ${nth} 步，共 ${of} 步`,
  short: (nth, of) => `中转 ${nth}/${of}`,
  sentences: {
    'hash-relay':
      '一个值进入 B 的 URL 片段，B 与 A 不同源；随后它又进入 C 的片段，而 C 与 A 同源，两者可以访问彼此的文档。',
    'name-relay':
      '与 A 不同源的 B 在窗口的 name 中留下一个值，之后 C 在同一窗口中接替它；C 与 A 同源，A 可以读到 B 留下的内容。',
  },
  roles: ['A：页面', 'B：另一个源', 'C：与 A 同源'],
  certainty: '确定程度',
  certainties: { certain: '确定', likely: '很可能' },
  because: {
    'hash-relay': {
      certain: '每一步都是 URL 中带有该值的加载，浏览器也说明了由谁发起',
      likely: '框架、顺序和值都吻合，且在十秒之内；但由谁所为不可见',
    },
    'name-relay': {
      certain: '看到了 B 写入这个值，也看到 C 得到了它',
      likely: 'C 得到了 B 的文档留下的值，但没有看到写入本身',
    },
  },
  values: '值',
  rounds: values,
  steps: '各步骤',
  does: {
    'b-loaded': 'A 在自己的框架中加载 B',
    'into-b': '值进入 B 的片段',
    'into-c': '值继续进入 C 的片段',
    written: 'B 把值写入 window.name',
    found: 'C 在 window.name 中得到这个值',
  },
  thisOne: '当前事件',
  gone: '已不在日志中',
  unseen: {
    reading: 'A 是否使用了这个值：A 与 C 同源，它们之间的调用和读取在任何地方都看不到。',
    'who-changed': '片段由谁修改：凡是持有窗口引用的窗口都可以，用户也可以。',
    'who-wrote': 'name 由谁写入：可能是 B 的文档，也可能是 A 通过框架的 name 属性。',
  },
  line: (name, ends, certainty, rounds) => `${name}（${certainty}）：${ends.join(' → ')}；${values(rounds)}`,
  columns: ['中转', '页面 A', '中间 B', '返回 C', '值的数量', '确定程度', '不可见'],
} satisfies Translation<typeof en>;
