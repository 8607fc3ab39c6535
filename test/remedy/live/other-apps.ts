import { startProgram } from '../../causes/servers/programs';
import type { LiveStart } from './live-app';

const startPython = (port: number, code: string) =>
  startProgram({ command: '/usr/bin/python3', args: ['{folder}/app.py'], files: { 'app.py': code } }, port);

/** The applications in Python, PHP and Go. */
export const otherApps = {
  flask: (port, text) =>
    startPython(
      port,
      `import os
from flask import Flask, abort, request
app = Flask(__name__)
${text}
@app.before_request
def signed_in():
    if request.path == '/secret' and 'Authorization' not in request.headers: abort(401)
@app.route('/data', methods=['GET', 'PUT'])
def data(): return {}, {'X-Total': '3', 'Cache-Control': 'max-age=60'}
@app.route('/secret')
def secret(): return {}
@app.route('/fail')
def fail(): raise RuntimeError('on purpose')
app.run('127.0.0.1', int(os.environ['PORT']))`,
    ),
  django: (port, text) =>
    startPython(
      port,
      `import os
DEBUG = False
SECRET_KEY = 'k'
ALLOWED_HOSTS = ['*']
ROOT_URLCONF = '__main__'
INSTALLED_APPS = []
MIDDLEWARE = ['__main__.signed_in']
LOGGING_CONFIG = None
${text}
from django.conf import settings
settings.configure(**{name: value for name, value in list(globals().items()) if name.isupper()})
from django.http import JsonResponse
from django.urls import path
from django.core.wsgi import get_wsgi_application
from wsgiref.simple_server import make_server
def signed_in(get_response):
    def middleware(request):
        if request.path == '/secret' and 'Authorization' not in request.headers: return JsonResponse({}, status=401)
        return get_response(request)
    return middleware
def data(request): return JsonResponse({}, headers={'X-Total': '3', 'Cache-Control': 'max-age=60'})
def fail(request): raise RuntimeError('on purpose')
urlpatterns = [path('data', data), path('secret', data), path('fail', fail)]
make_server('127.0.0.1', int(os.environ['PORT']), get_wsgi_application()).serve_forever()`,
    ),
  fastapi: (port, text) =>
    startPython(
      port,
      `import os, uvicorn
from fastapi import Depends, FastAPI, Header, HTTPException, Response
app = FastAPI()
def signed_in(authorization: str | None = Header(None)):
    if authorization is None: raise HTTPException(401)
@app.api_route('/data', methods=['GET', 'PUT'])
def data(response: Response):
    response.headers.update({'X-Total': '3', 'Cache-Control': 'max-age=60'})
    return {}
@app.get('/secret', dependencies=[Depends(signed_in)])
def secret(): return {}
@app.get('/fail')
def fail(): raise RuntimeError('on purpose')
${text}
uvicorn.run(app, host='127.0.0.1', port=int(os.environ['PORT']), log_level='critical')`,
    ),
  aiohttp: (port, text) =>
    startPython(
      port,
      `import os
from aiohttp import web
app = web.Application()
${text}
@web.middleware
async def signed_in(request, handler):
    if request.path == '/secret' and 'Authorization' not in request.headers: raise web.HTTPUnauthorized()
    return await handler(request)
app.middlewares.append(signed_in)
async def data(request): return web.json_response({}, headers={'X-Total': '3', 'Cache-Control': 'max-age=60'})
async def fail(request): raise RuntimeError('on purpose')
app.router.add_get('/data', data)
app.router.add_put('/data', data)
app.router.add_get('/secret', data)
app.router.add_get('/fail', fail)
web.run_app(app, host='127.0.0.1', port=int(os.environ['PORT']), print=None)`,
    ),
  rack: (port, text) =>
    startProgram(
      {
        command: 'puma',
        args: ['-b', `tcp://127.0.0.1:${port}`, '-t', '1:2', '{folder}/config.ru'],
        files: {
          'config.ru': `require 'rack'
${text}
run(lambda do |env|
  path = env['PATH_INFO']
  return [401, {}, []] if path == '/secret' && !env['HTTP_AUTHORIZATION']
  return [500, {}, []] if path == '/fail'
  return [404, {}, []] unless ['/data', '/secret'].include?(path)
  [200, { 'x-total' => '3', 'cache-control' => 'max-age=60' }, ['{}']]
end)`,
        },
      },
      port,
    ),
  php: (port, text) =>
    startProgram(
      {
        command: 'php',
        args: ['-d', 'display_errors=0', '-S', `127.0.0.1:${port}`, '{folder}/index.php'],
        files: {
          'cors.php': text === '' ? '<?php' : text,
          'index.php': `<?php
require __DIR__ . "/cors.php";
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if ($path === '/secret' && !isset($_SERVER['HTTP_AUTHORIZATION'])) { http_response_code(401); exit; }
if ($path === '/fail') throw new Exception('on purpose');
if ($path !== '/data' && $path !== '/secret') { http_response_code(404); exit; }
header('X-Total: 3');
header('Cache-Control: max-age=60');
echo '{}';`,
        },
      },
      port,
    ),
  go: (port, text) =>
    startProgram(
      {
        command: 'sh',
        args: ['-c', 'go build -o server main.go && exec ./server'],
        env: { GOCACHE: '/tmp/corscope-go', GOFLAGS: '-mod=mod', GO111MODULE: 'off' },
        files: {
          'main.go': `package main
import ("net/http"; "os")
${text}
func main() {
  mux := http.NewServeMux()
  data := func(w http.ResponseWriter, r *http.Request) {
    w.Header().Set("X-Total", "3")
    w.Header().Set("Cache-Control", "max-age=60")
    w.Write([]byte("{}"))
  }
  mux.HandleFunc("/data", data)
  mux.HandleFunc("/secret", func(w http.ResponseWriter, r *http.Request) {
    if r.Header.Get("Authorization") == "" { http.Error(w, "no", 401); return }
    data(w, r)
  })
  mux.HandleFunc("/fail", func(w http.ResponseWriter, r *http.Request) { http.Error(w, "on purpose", 500) })
  http.ListenAndServe("127.0.0.1:" + os.Getenv("PORT"), ${text === '' ? 'mux' : 'withCors(mux)'})
}`,
        },
      },
      port,
    ),
  gin: (port, text) =>
    startProgram(
      {
        command: 'sh',
        args: ['-c', 'go build -o server main.go && exec ./server'],
        env: {
          GOCACHE: '/tmp/corscope-go',
          GOFLAGS: '-mod=mod',
          GO111MODULE: 'off',
          GOPATH: '/usr/share/gocode',
          GIN_MODE: 'release',
        },
        files: {
          'main.go': `package main
import (
  "os"
  "github.com/gin-gonic/gin"
${text === '' ? '' : '  "github.com/gin-contrib/cors"'}
${text.includes('time.') ? '  "time"' : ''}
)
func main() {
  router := gin.New()
  router.Use(gin.CustomRecovery(func(c *gin.Context, err any) { c.AbortWithStatus(500) }))
${text}
  data := func(c *gin.Context) {
    c.Header("X-Total", "3")
    c.Header("Cache-Control", "max-age=60")
    c.String(200, "{}")
  }
  router.GET("/data", data)
  router.PUT("/data", data)
  router.GET("/secret", func(c *gin.Context) {
    if c.GetHeader("Authorization") == "" { c.AbortWithStatus(401); return }
    data(c)
  })
  router.GET("/fail", func(c *gin.Context) { panic("on purpose") })
  router.Run("127.0.0.1:" + os.Getenv("PORT"))
}`,
        },
      },
      port,
    ),
} as const satisfies Readonly<Record<string, LiveStart>>;
