import type { NodeKind } from '../../map/model';
import type { map as en } from '../en/map';
import { frameNumber } from '../frame-number';
import type { Translation } from '../shapes';

const number = (value: number) => value.toLocaleString('zh-CN');

/** What a box stands for that is no frame of the page. */
const kinds: Readonly<Record<Exclude<NodeKind, 'frame'>, (count: number) => string>> = {
  frames: (count) => `${number(count)} 个框架`,
  gone: () => '已不存在的文档',
  window: () => '另一个标签页中的窗口',
  workers: () => 'Worker',
  origin: () => '源',
  origins: (count) => `另有 ${number(count)} 个只返回响应的源`,
};

/** The sentences about the map, in Simplified Chinese. */
export const map = {
  label: '框架与源的地图',
  keys: '方向键在方框之间移动，Enter 选中，Escape 取消选中。表格列出图中的每一条连线。',
  nothing: '还没有可显示的内容',
  nothingHint: '刷新页面后，这里会显示它的框架和所请求的源。',
  summary: (frames, origins, requests, messages) =>
    `${number(frames)} 个框架，${number(origins)} 个源，${number(requests)} 个请求，${number(messages)} 条消息及其他事件`,
  whole: '显示每个方框',
  wholeMeaning: '即使许多框架或源彼此相似，也逐个显示',
  legend: '图例',
  messages: '消息',
  relays: '中转 A → B → C',
  top: '顶层',
  opaque: '不透明的源',
  notKnown: '源未知',
  inner: (frameId) => `框架 ${frameNumber(frameId)}`,
  kinds,
  node: (name, inside, requests, messages) =>
    [
      inside === null ? name : `${name}，位于 ${inside} 之内`,
      `${number(requests)} 个请求`,
      `${number(messages)} 条消息及其他事件`,
    ].join('；'),
  table: {
    label: '框架与源之间往来的内容',
    of: (name) => `${name} 的连线`,
    all: '全部连线',
    from: '从',
    to: '到',
    what: '内容',
    count: '数量',
    unseen: '另一端不可见',
    requests: (outcome) => `请求，${outcome}`,
    counts: (forth, back) => (back === 0 ? number(forth) : `${number(forth)}，反向 ${number(back)}`),
    showRequests: '显示这些请求',
    showMessages: '显示这些事件',
    more: (shown, total) =>
      `共 ${number(total)} 条连线，这里是数量最多的 ${number(shown)} 条；选中方框可查看它自己的连线`,
  },
  line: (between, what) => `${between}：${what}`,
  alone: (name) => `${name}（另一端不可见）`,
  requests: (count, outcome) => `${number(count)} 个请求，${outcome}`,
  channels: (forth, back, kinds) =>
    `${number(forth)} 次${back > 0 ? `，反向 ${number(back)} 次` : ''}（${kinds}）`,
} satisfies Translation<typeof en>;
