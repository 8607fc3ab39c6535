import type { FindingCode } from '../../engine';
import type { FindingContext, FindingProse } from '../finding-prose';
import { type NearMiss, nearMiss } from '../near-miss';
import { hostOf } from '../short-url';
import { otherRemedy, withoutCredentials } from './other-fixes';
import {
  answer,
  asked,
  beforeAuthentication,
  consequence,
  includesCredentials,
  isError,
  type Place,
  quote,
  seenAnswer,
  server,
} from './phrases';

const nearMisses: Readonly<Record<NearMiss, string>> = {
  null: '（null 不能标识任何源）',
  'trailing-slash': '（源的末尾没有斜杠）',
  path: '（源不含路径）',
  'letter-case': '（区分大小写，源总是以小写发送）',
  pattern: '（不支持通配模式，值里的 * 只是普通字符）',
};

const differs = (context: FindingContext) => {
  const miss = nearMiss(context.evidence.origin ?? '', asked(context));
  return miss ? nearMisses[miss] : '';
};

const fromList =
  '如需支持多个源，请将 Origin 请求头与白名单比对，只返回匹配的那一个，并加上 Vary: Origin；原样回显任意 Origin 等于把数据开放给所有网站。';

/** What to do about an origin that is `null`: never to allow it. */
const opaqueOrigin =
  '查清 Origin 为什么是 null，让请求带上真实的源：没有 allow-same-origin 的沙箱 iframe、file: 或 data: 文档、由 data: URL 创建的 Worker、从一个外部源到另一个外部源的重定向，以及被 ' +
  'Chrome 按 HSTS 升级的 http: 地址，都会发送 null。切勿允许“null”：任何网站都能从沙箱 iframe 发出它。';

const sendOrigin = (context: FindingContext, on: Place, more = '') =>
  otherRemedy(context, on) ?? `${allowOrigin(context, on)}${more}`;

const allowOrigin = (context: FindingContext, on: Place) => {
  const origin = asked(context);
  if (origin === 'null') {
    return includesCredentials(context)
      ? `在页面侧，${opaqueOrigin}`
      : `如果数据可以公开，${server(context)}为 ${answer(context, on)}返回 Access-Control-Allow-Origin: *；否则，在页面侧` +
          `${opaqueOrigin}`;
  }
  const value = `${server(context)}，为 ${answer(context, on)}返回 Access-Control-Allow-Origin: ${origin}`;
  return includesCredentials(context)
    ? `${value}，并同时返回 Access-Control-Allow-Credentials: true。${fromList}`
    : `${value}；如果数据可以公开，也可以返回 *。${fromList}`;
};

const folklore =
  "改用 mode: 'no-cors' 没有用：那只会让响应无法读取。curl 或 Postman 能拿到数据也说明不了问题：它们不执行这条规则。";

const sendCredentials = (context: FindingContext, on: Place) =>
  otherRemedy(context, on) ??
  `${server(context)}，为 ${answer(context, on)}返回一个 Access-Control-Allow-Credentials: true（小写，只出现一次）；如果服务` +
    `端不需要凭据，则在页面侧${withoutCredentials(context)}。`;

export const onTheResponse = {
  'allow-origin-missing': {
    title: '响应缺少 Access-Control-Allow-Origin 响应头',
    reason: '缺少 Access-Control-Allow-Origin',
    ...missing('response'),
  },
  'allow-origin-multiple': {
    title: 'Access-Control-Allow-Origin 含有多个值',
    reason: '允许的源有多个值',
    ...multiple('response'),
  },
  'allow-origin-invalid': {
    title: 'Access-Control-Allow-Origin 既不是 * 也不是合法的源',
    reason: '允许的源不合法',
    ...invalid('response'),
  },
  'allow-origin-mismatch': {
    title: 'Access-Control-Allow-Origin 允许的不是发起请求的源',
    reason: '允许的是另一个源',
    ...mismatch('response'),
  },
  'allow-origin-wildcard-with-credentials': {
    title: '请求携带凭据，而 Access-Control-Allow-Origin 是 *',
    reason: '携带凭据时不能用 *',
    ...wildcard('response'),
  },
  'allow-credentials-missing': {
    title: '请求携带凭据，而响应没有允许凭据',
    reason: '缺少 Access-Control-Allow-Credentials',
    ...credentialsMissing('response'),
  },
  'allow-credentials-not-true': {
    title: 'Access-Control-Allow-Credentials 的值不是 true',
    reason: 'Allow-Credentials 的值不是 true',
    ...credentialsNotTrue('response'),
  },
} satisfies Partial<Readonly<Record<FindingCode, FindingProse>>>;

export const onThePreflight = {
  'preflight-allow-origin-missing': {
    title: '预检响应缺少 Access-Control-Allow-Origin 响应头',
    reason: '预检没有允许任何源',
    ...missing('preflight'),
  },
  'preflight-allow-origin-multiple': {
    title: '预检响应的 Access-Control-Allow-Origin 含有多个值',
    reason: '预检允许的源有多个值',
    ...multiple('preflight'),
  },
  'preflight-allow-origin-invalid': {
    title: '预检响应的 Access-Control-Allow-Origin 既不是 * 也不是合法的源',
    reason: '预检允许的源不合法',
    ...invalid('preflight'),
  },
  'preflight-allow-origin-mismatch': {
    title: '预检响应的 Access-Control-Allow-Origin 允许的不是发起请求的源',
    reason: '预检允许的是另一个源',
    ...mismatch('preflight'),
  },
  'preflight-allow-origin-wildcard-with-credentials': {
    title: '请求携带凭据，而预检响应的 Access-Control-Allow-Origin 是 *',
    reason: '预检：携带凭据时不能用 *',
    ...wildcard('preflight'),
  },
  'preflight-allow-credentials-missing': {
    title: '请求携带凭据，而预检响应没有允许凭据',
    reason: '预检没有允许凭据',
    ...credentialsMissing('preflight'),
  },
  'preflight-allow-credentials-not-true': {
    title: '预检响应的 Access-Control-Allow-Credentials 的值不是 true',
    reason: '预检：允许凭据的值不是 true',
    ...credentialsNotTrue('preflight'),
  },
} satisfies Partial<Readonly<Record<FindingCode, FindingProse>>>;

type Sentences = Pick<FindingProse, 'sentence' | 'remedy'>;

function missing(on: Place): Sentences {
  return {
    sentence: (context) =>
      context.mayBeCached
        ? `${answer(context, on)}没有 Access-Control-Allow-Origin 响应头，因此 ${consequence(context, on)}；它可能来自缓存，` +
          '原本是对更早一次请求（不带 Origin，或 Origin 不同）的响应。'
        : `${hostOf(context.url)} 返回的 ${answer(context, on)}${isError(context) ? `状态码是 ${context.status}，且` : ''}没有 ` +
          `Access-Control-Allow-Origin 响应头，因此 ${consequence(context, on)}。`,
    remedy: (context) => sendOrigin(context, on, on === 'preflight' ? beforeAuthentication : folklore),
  };
}

function multiple(on: Place): Sentences {
  return {
    sentence: (context) =>
      `${seenAnswer(context, on)}中 Access-Control-Allow-Origin 是${quote(context.evidence.origin)}，含有多个值，而只允许` +
      `一个，因此 ${consequence(context, on)}。`,
    remedy: (context) =>
      sendOrigin(context, on, '同时检查是否有第二处（如代理或后端框架）也设置了这个响应头。'),
  };
}

function invalid(on: Place): Sentences {
  return {
    sentence: (context) => {
      const { origin } = context.evidence;
      const is = origin === '' ? '是空值' : `是${quote(origin)}`;
      return (
        `${seenAnswer(context, on)}中 Access-Control-Allow-Origin ${is}，既不是 *，也不是带协议的完整的源，因此 ` +
        `${consequence(context, on)}。`
      );
    },
    remedy: (context) => sendOrigin(context, on),
  };
}

function mismatch(on: Place): Sentences {
  return {
    sentence: (context) =>
      `${seenAnswer(context, on)}中 Access-Control-Allow-Origin 是${quote(context.evidence.origin)}，与请求发送的 ` +
      `Origin ${quote(asked(context))}不一致${differs(context)}，因此 ${consequence(context, on)}。`,
    remedy: (context) => sendOrigin(context, on),
  };
}

function wildcard(on: Place): Sentences {
  return {
    sentence: (context) =>
      `请求携带凭据，而 ${seenAnswer(context, on)}中 Access-Control-Allow-Origin 是` +
      `${quote(context.evidence.origin ?? '*')}，此时 * 不再是通配符，因此 ${consequence(context, on)}。`,
    remedy: (context) =>
      sendOrigin(
        context,
        on,
        `如果并不需要 Cookie，也可以在页面侧${withoutCredentials(context)}，这样 * 仍然有效。`,
      ),
  };
}

function credentialsMissing(on: Place): Sentences {
  return {
    sentence: (context) =>
      `请求携带凭据，而 ${seenAnswer(context, on)}没有 Access-Control-Allow-Credentials: true，因此 ` +
      `${consequence(context, on)}。`,
    remedy: (context) => sendCredentials(context, on),
  };
}

function credentialsNotTrue(on: Place): Sentences {
  return {
    sentence: (context) =>
      `${seenAnswer(context, on)}中 Access-Control-Allow-Credentials 是${quote(context.evidence.credentials)}，` +
      `而只有小写的 true 才算数，因此 ${consequence(context, on)}。`,
    remedy: (context) => sendCredentials(context, on),
  };
}
