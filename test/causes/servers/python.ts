import { startProgram } from './programs';
import { type ServerCase, serverCase } from './server-case';

const json = "{ 'Content-Type': 'application/json' }";

/** Starts a Python program with Debian's packages. */
function startPython(port: number, code: string) {
  return startProgram({ command: '/usr/bin/python3', args: ['-c', code] }, port);
}

function startFlask(port: number, lines: string) {
  return startPython(
    port,
    `import os
from flask import Flask, request, abort
from flask_cors import CORS
app = Flask(__name__)
${lines}
app.run('127.0.0.1', int(os.environ['PORT']))`,
  );
}

function startDjango(port: number, middleware: readonly string[], settings = '') {
  return startPython(
    port,
    `import os
from django.conf import settings
settings.configure(DEBUG=False, SECRET_KEY='k', ALLOWED_HOSTS=['*'], ROOT_URLCONF='__main__', CORS_ALLOW_ALL_ORIGINS=True,
  INSTALLED_APPS=['corsheaders'], MIDDLEWARE=[${middleware.map((name) => `'${name}'`).join(', ')}]${settings})
from django.http import JsonResponse
from django.urls import path
from django.core.wsgi import get_wsgi_application
from wsgiref.simple_server import make_server
urlpatterns = [path('items/', lambda request: JsonResponse({})), path('other/', lambda request: JsonResponse({}))]
make_server('127.0.0.1', int(os.environ['PORT']), get_wsgi_application()).serve_forever()`,
  );
}

function startFastApi(port: number, lines: string) {
  return startPython(
    port,
    `import os, uvicorn
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
app = FastAPI()
${lines}
uvicorn.run(app, host='127.0.0.1', port=int(os.environ['PORT']))`,
  );
}

const corsheaders = 'corsheaders.middleware.CorsMiddleware';
const common = 'django.middleware.common.CommonMiddleware';

/** The servers of Python. */
export const pythonCases: readonly ServerCase[] = [
  serverCase({
    id: 'flask-answers-options',
    product: 'Flask',
    cause: 'options-by-server',
    why: 'CORS() has resources for /api/* only; Flask answers OPTIONS of other routes itself, with Allow.',
    twin: {
      differs: 'The view adds the header to its own response and refuses OPTIONS.',
      cause: 'no-options-route',
    },
    fix: 'CORS() has all resources.',
    path: '/items',
    works: ({ items }) => items === 200,
    script: (at) =>
      `return { items: await asked('${at('/items')}', { method: 'POST', headers: ${json}, body: '{}' }) };`,
    start: ({ variant }, port) =>
      startFlask(
        port,
        `CORS(app, resources=r'${variant === 'fix' ? '/*' : '/api/*'}')
@app.route('/items', methods=['POST']${variant === 'twin' ? ', provide_automatic_options=False' : ''})
def items(): return {}`,
      ),
  }),
  serverCase({
    id: 'flask-before-request-refuses-options',
    product: 'Flask',
    cause: 'preflight-authentication',
    why: 'before_request aborts OPTIONS with 401; flask-cors adds its headers to that.',
    twin: {
      differs: 'OPTIONS passes, but the list of headers lacks Authorization.',
      cause: 'header-not-listed',
    },
    fix: 'before_request lets OPTIONS pass.',
    path: '/me',
    works: ({ me }) => me === 200,
    script: (at) => `return { me: await asked('${at('/me')}', { headers: { Authorization: 'Bearer t' } }) };`,
    start: ({ variant }, port) =>
      startFlask(
        port,
        `CORS(app${variant === 'twin' ? ", allow_headers=['x-token']" : ''})
@app.before_request
def signed_in():
  if ${variant === 'broken' ? '' : "request.method != 'OPTIONS' and "}'Authorization' not in request.headers: abort(401)
@app.route('/me')
def me(): return {}`,
      ),
  }),
  serverCase({
    id: 'flask-slash-redirect',
    product: 'Flask',
    cause: 'slash-redirect',
    why: 'The route has a slash at its end, so Flask answers the preflight with 308.',
    twin: { differs: 'A view redirects to another path.', cause: 'preflight-redirect' },
    fix: 'The page requests the path with its slash.',
    path: '/items',
    works: ({ items }) => items === 200,
    script: (at, { variant }) =>
      `return { items: await asked('${at(variant === 'fix' ? '/items/' : '/items')}', { method: 'POST', headers: ${json}, body: '{}' }) };`,
    start: ({ variant }, port) =>
      startFlask(
        port,
        `CORS(app)
@app.route('/items/', methods=['POST'])
def items(): return {}
${variant === 'twin' ? `@app.before_request\ndef moved():\n  from flask import redirect\n  if request.path == '/items': return redirect('/v2/items', 308)` : ''}`,
      ),
  }),
  serverCase({
    id: 'django-slash-redirect-before-cors',
    product: 'Django',
    cause: 'slash-redirect',
    why: 'CommonMiddleware stands before CorsMiddleware; its APPEND_SLASH redirect has no CORS headers.',
    twin: { differs: 'The path is not there: 404.', cause: 'error-without-cors' },
    fix: 'CorsMiddleware stands first.',
    path: '/items',
    works: ({ items }) => items === 200,
    script: (at) =>
      `const other = await asked('${at('/other/')}'); return { other, items: await asked('${at('/items')}') };`,
    start: ({ variant }, port) =>
      variant === 'twin'
        ? startPython(
            port,
            `import os
from django.conf import settings
settings.configure(SECRET_KEY='k', ALLOWED_HOSTS=['*'], ROOT_URLCONF='__main__', MIDDLEWARE=[])
from django.http import JsonResponse
from django.urls import path
from django.core.wsgi import get_wsgi_application
from wsgiref.simple_server import make_server
def other(request):
  response = JsonResponse({})
  response['Access-Control-Allow-Origin'] = '*'
  return response
urlpatterns = [path('other/', other)]
make_server('127.0.0.1', int(os.environ['PORT']), get_wsgi_application()).serve_forever()`,
          )
        : startDjango(port, variant === 'broken' ? [common, corsheaders] : [corsheaders, common]),
  }),
  serverCase({
    id: 'fastapi-unhandled-error',
    product: 'FastAPI',
    cause: 'error-without-cors',
    why: 'The response to an unhandled exception is made outside of CORSMiddleware.',
    twin: { differs: 'CORSMiddleware is not added.', cause: null },
    fix: 'The exception is handled.',
    path: '/broken',
    works: ({ broken }) => broken === 500,
    script: (at) =>
      `const items = await asked('${at('/items')}'); return { items, broken: await asked('${at('/broken')}') };`,
    start: ({ variant }, port) =>
      startFastApi(
        port,
        `${variant === 'twin' ? '' : "app.add_middleware(CORSMiddleware, allow_origins=['*'])"}
from fastapi import HTTPException
@app.get('/items')
def items(): return []
@app.get('/broken')
def broken(): raise ${variant === 'fix' ? "HTTPException(500, 'failed')" : "ValueError('failed')"}`,
      ),
  }),
  serverCase({
    id: 'fastapi-without-middleware',
    product: 'FastAPI',
    cause: 'no-options-route',
    why: 'The handler adds the header itself; OPTIONS is answered with 405.',
    twin: {
      differs: 'The handler runs for OPTIONS too, and fails without a body.',
      cause: 'options-handler-fails',
    },
    fix: 'CORSMiddleware.',
    path: '/items',
    works: ({ items }) => items === 200,
    script: (at) =>
      `return { items: await asked('${at('/items')}', { method: 'POST', headers: ${json}, body: '{"name":"n"}' }) };`,
    start: ({ variant }, port) =>
      startFastApi(
        port,
        `${variant === 'fix' ? "app.add_middleware(CORSMiddleware, allow_origins=['*'], allow_methods=['*'], allow_headers=['content-type'])" : ''}
from pydantic import BaseModel
class Item(BaseModel):
  name: str
@app.api_route('/items', methods=['POST'${variant === 'twin' ? ", 'OPTIONS'" : ''}])
def items(item: Item): return {}`,
      ),
  }),
  serverCase({
    id: 'fastapi-header-not-allowed',
    product: 'FastAPI',
    cause: 'header-not-listed',
    why: 'allow_headers lacks x-token, so CORSMiddleware answers the preflight with 400.',
    twin: {
      differs: 'allow_headers lacks traceparent, which a monitoring script adds.',
      cause: 'tracing-headers',
    },
    fix: 'allow_headers has x-token.',
    path: '/items',
    works: ({ items }) => items === 200,
    script: (at, { variant }) =>
      `return { items: await asked('${at('/items')}', { headers: { '${variant === 'twin' ? 'traceparent' : 'x-token'}': '1' } }) };`,
    start: ({ variant }, port) =>
      startFastApi(
        port,
        `app.add_middleware(CORSMiddleware, allow_origins=['*']${variant === 'fix' ? ", allow_headers=['x-token']" : ''})
@app.get('/items')
def items(): return []`,
      ),
  }),
  serverCase({
    id: 'aiohttp-no-options-route',
    product: 'aiohttp',
    cause: 'no-options-route',
    why: 'There is a route for PUT and none for OPTIONS: 405, with Allow.',
    twin: { differs: 'The route of OPTIONS does not list PUT.', cause: 'method-not-listed' },
    fix: 'There is a route for OPTIONS.',
    path: '/item',
    works: ({ item }) => item === 200,
    script: (at) => `return { item: await asked('${at('/item')}', { method: 'PUT' }) };`,
    start: ({ variant }, port) =>
      startPython(
        port,
        `import os
from aiohttp import web
cors = {'Access-Control-Allow-Origin': '*'}
async def put(request): return web.json_response({}, headers=cors)
async def options(request): return web.Response(headers={**cors, 'Access-Control-Allow-Methods': '${variant === 'fix' ? 'PUT' : 'GET'}'})
app = web.Application()
app.router.add_put('/item', put)
${variant === 'broken' ? '' : "app.router.add_route('OPTIONS', '/item', options)"}
web.run_app(app, host='127.0.0.1', port=int(os.environ['PORT']), print=None)`,
      ),
  }),
];
