// The words that stay in a minimal report. Each is common on many sites and reveals nothing about a person. A
// missing word only makes a report harder to read; a wrong one may leak a secret.

const setOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words of paths, parameters, cookies and functions, in lower case. */
export const pathWords = setOf(`
  about abort accept access account accounts ack action actions activate active activity actor add address admin ads
  agent agents aggregate ai ajax album alert alerts algorithm alias all allow amp amz analytics android angular animation
  anonymous answer answers any api apikey apis app apple application applications apply apps appsettings archive args
  array article articles asp aspx asset assets assign async at attach attachment attachments attempt attribute attributes
  audience audio audit auth authenticate authentication author authorization authorize authorized auto autocomplete avatar
  avatars average aws azure
  back backend background badge badges banner banners base base64 basic basket batch beacon beacons before begin bid bids
  big billing bin bind blank blob block blocked blog blogs board body book booking bookings bookmark bookmarks books
  boolean bot box branch brand brands broadcast browse browser bucket buffer bug build builds bulk bundle bundles business
  button buy buffer by bytes
  cache cached calendar call callback callbacks calls campaign campaigns cancel canvas capture card cards cart carts catalog
  catch categories category cb cdn cert certs cgi challenge change changes channel channels chart charts chat chats check
  checkout children choose chrome chunk chunks city class classes classic clear click clicks client clients clone close
  cloud cloudflare cluster code codes collect collection collections color column columns command commands comment comments
  commit commits common community companies company compare complete completion completions component components config
  configs configuration confirm confirmation connect connected connection connections consent console const constructor
  consumer contact contacts container content contents context continue control controller convert cookie cookies copy
  core cors count counter countries country coupon course courses create created credential credentials criteria cross csp
  csrf css csv cur currency current currentuser cursor custom customer customers cycle
  daily dashboard data database dataset date day days db dead deactivate debug decode default define delay delete deleted
  delivery delta demo deploy deployment deployments depth desc describe design desktop destination detail details detect dev
  developer developers device devices diff dir direct directory disable disconnect discover discovery discussion dispatch
  display dist dl do doc docker docs document documents domain domains done download downloads draft drafts draw drive drop
  dynamic
  each echo edit editor eio element elements else email embed embedded embeds emit employee employees empty enable encode
  encoding encryption end endpoint endpoints engine entities entity entries entry enum env environment error errors es5 es6
  esm eu eval event events every example examples exchange exec execute exists exit expand experiment expire expires expiry
  explore export exports expression ext extend extension extensions external extra
  facebook factory failed failure false family faq fast favicon favorite favorites feature features feed feedback feeds fetch
  fetching field fields file filename files fill filter filters final find finish firebase first fix flag flags flash flow
  flush folder folders follow followers following font fonts foo footer for foreground forgot form format forms forward
  found frame frames free friend friends from frontend fulfilled full fun func function functions
  game games gateway gcm generate generated generic geo get gif git github gitlab global go goal google googleapis grant
  graph graphics graphql grid group groups grpc guest guide guides gzip
  handle handler handlers hash head header headers health healthcheck healthz height hello help hidden hide high history
  home homepage hook hooks host hosts hot hour hover hr href html http https hub
  i18n icon icons id identifier identities identity idp ids idtoken if iframe ignore image images img imgs impl implicit
  import in inbound inbox include includes incoming index info init initialize initiate inline inner input insert inspect
  install instance instances integration integrations internal introspect invalid inventory invitation invitations invite
  invites invoice invoices invoke io ios ip is issue issues issuer item items iterator
  java javascript job jobs join jpeg jpg jquery js json jsonp jsp jsx jwks jwt
  keep key keys keyword keywords kind kit knowledge
  label labels lambda landing lang language languages last latest launch layout lead leads learn legacy legal length lessons
  let level lib library libs license licenses like likes limit line lines link links list listen listener listeners lists
  live load loaded loader loading local locale locales location locations lock log logged logger logging login logo logos
  logout logs long lookup loop low lts
  machine magic mail main maintenance make manage management manager manifest many map mapping maps mark market marketplace
  master match math max maximum mcp me media member members memory menu menus merge mesh message messages messaging meta
  metadata method methods metric metrics micro microsoft middleware migrate min minimum minute misc mjs mobile mode model
  models modified module modules monitor month monthly more move movie movies mp3 mp4 mpeg multi music mutation mutations my
  name names namespace native nav navigation near nearby nested net network new news newsletter next nextjs no node nodes
  nonce none normal not note notes notification notifications notify now null number
  oauth oauth2 object objects observe observer of off offer offers offline offset ok old on once one online only onboarding
  open openapi openid opener operation operations optimize option options or order orders org organisation organisations
  organization organizations origin origins other out outbound outer output over overview own owner owners
  pack package packages page pages pagination paid panel parameters param params parent parse part partial partition partner
  partners parts pass passkey password patch path paths pathname pause pay payload payment payments pdf peer pending people
  per performance period permission permissions permit person phone phones photo photos php ping pipeline pixel pixels place
  places plan plans platform play player playground playlist plugin plugins png point points policies policy poll polling
  polyfill polyfills pool pop popular popup port portal ports pos position post posted posts powered preferences prefix
  prepare preview previous price prices pricing principal print priority privacy private pro probe process processing prod
  producer product production products profile profiles program programs progress project projects promise promises
  promotion promotions prompt properties property protected protocol provider providers proxies proxy pub public publish
  publisher pull purchase purchases push put
  quality queries query question questions queue queues quick quiz quota quote quotes
  random range ranking rate rates rating ratings raw react read readme ready realm realtime receive received recent recipe
  recipes recommend recommendations reconnect record records recover recovery redirect redirects redux reference refresh
  region regions register registration registry reject related release releases reload remote remove removed render renew
  reply repo report reports repos repositories repository request requests require reset resolve resolved resolver resource
  resources response responses rest restore result results resume retry return returns reverse review reviews revoke rich
  right role roles room rooms root route router routes row rows rpc rss rule rules rum run runner runtime
  safe safari sale sales sample sandbox save saved scale scan schedule schedules schema schemas scheme school scope score
  scores screen script scripts scroll sdk search second seconds section sections secure security segment segments select
  self send sender sent sentry sequence series server servers service services session sessionid sessions set settings setup
  several sha share shared shares sheet ship shipping shipments shop shops short show shutdown sid side sign signature signed
  signin signout signup simple single site sitemap sites size skip sleep slug sms snapshot snippet so social socket sockio
  software some sort source sources space spaces spec special speed split sports spring sql src sse ssl sso stack staff stage
  staging standard star stars start started state states static stats statistics status step steps stop stopped storage store
  stores story stories stream streaming streams street string strings student students studio style styles stylesheet sub
  subject submit subscribe subscriber subscription subscriptions success suggest suggestions summary support survey svg swagger
  switch symbol sync synchronize system systems
  tab table tables tabs tag tags take target task tasks team teams template templates tenant tenants term terms test testing
  tests text than the theme themes then this thread threads throw thumb thumbnail thumbnails ticket tickets tile tiles time
  timeline timeout timer times timestamp title to today todo todos toggle token tokens tool toolbar tools top topic topics
  total totals touch trace traceparent track tracker tracking traffic train transaction transactions transfer transform
  translate translation translations transport tree trend trending trial trigger true try ts tsx ttf tts tunnel turn tutorial
  tutorials tv two txt type types
  ui undefined under unique unit units unknown unlock unread unsubscribe up update updated updates upgrade upload uploader
  uploads uri uris url urls us usage use used user userinfo username users util utils
  valid validate validation value values var variant variants vendor vendors verification verified verify version versions
  vertical via video videos view viewer views visible visit visitor visits vite voice void volume vote votes vue
  wait wallet warn wasm watch weather web webapp webhook webhooks webm webmanifest webp webpack website websocket week weekly
  welcome well when where while widget widgets width wiki window windows wishlist with without woff woff2 word words wordpress
  work worker workers workflow workflows workspace workspaces world wp wrap write ws wsdl www
  xhr xlsx xml xsrf yaml year yes yml you your zip zone zones
  srcdoc known html5 htm mod hls m3u8 mpd otf ico bmp avif mjs cjs map gz tar exe msi dmg apk pem md toml ics vcf eot webmention
  npm unpkg jsdelivr esbuild parcel rollup babel typescript hmr vitest storybook msw axios ky superagent promise proxyfn
  blob eval wasm trusted sink js then catch finally apply bind next iterator foreach reduce some keys
  phpsessid jsessionid laravel csrftoken xsrftoken sess aspnet antiforgery cfduid clearance ga gid gcl fbp
  opaque
`);

/** Words of header values, in lower case. */
export const headerWords = setOf(`
  a accept accept-ch access adaptive age agent agnostic ahead akamai akamaighost akamainetstorage akka all allow allowall
  allow-from amazon amazonaws amazons3 anonymous any apache apisix apachetrafficserver apigw app application appstore args
  array as asp asp.net ats attachment attribution-reporting attr audio authentication authorization authtoken aws awselb azure
  b backend basehttp basic battery bearer bernoulli bfcache blocked-destinations bluetooth boolean bottle boundary br brotli browsing-topics bun
  bunnycdn business bypass byteranges bytes
  c cache cached caddy camera cdn celsius centos cfcachestatus cfedge challenge charset chat cherrypy chunked client
  clipboard clipboard-read clipboard-write cloud cloudflare cloudfront cohttp compress compute-pressure connection content
  cookies coop corp cors coyote cowboy cpanel credentialless cross-origin cross-site css csv custom
  daphne dav debian deferred deflate delete deno deny deployment desc development digest direct display display-capture
  django dnssec doc document document-domain dpop drupal dur dynamic dynamodb
  ecmascript ecs ecsf edge elastic elb embed emitter empty en encoding encrypted-media end endpoints envoy eos error
  error-description esf event event-stream exception excel expect expired express ext
  f fastcgi fastapi fasthttp fastify fastly fetch fedora file filename flask fly flyio font font-sri form form-action
  form-data format forms forbidden found fpm frame freebsd frontend fullscreen function fwd
  g gamepad gateway geolocation get gfe github github.com gitlab glassfish gnu go google gost graph graphql graphql-transport-ws
  graphql-ws grpc grpc-web gse gunicorn gws gyroscope gzip
  h2 h3 hapi haproxy hawk head heroku hid hit hobo hono host hostinger hsts html http httpapi httpd hypercorn
  i ibm icecast iframe iis image immutable imperva include includesubdomains incapsula inline insufficient insufficient-scope
  internal invalid invalid-request invalid-token invalidgrant istio item
  jetty java javascript javaee jboss jpeg json jsonp jsp jws
  kangle keep-alive kernel kestrel key keycdn keyboard kong koa ktor kubernetes
  label lambda lax length lighttpd limit linux list litespeed llama local-fonts local local-network local-network-access
  location loopback loopback-network low ls lsws
  m magnetometer manifest max max-age max-stale medium merge merge-patch method methods microphone microsoft midi min-fresh
  minio miss mixed mkcol modified module mod ms msexcel multipart must must-revalidate must-understand
  name navigate negotiate nested-navigate net netlify netty network next nextjs next.js nginx no no-cache no-cors no-op
  no-referrer no-referrer-when-downgrade no-store no-transform node node.js nonauthoritative none noopener noopener-allow-popups nosniff not
  notfound ntlm null nuxt
  object octet octet-stream of office ogg ok only only-if-cached opaque open openlitespeed openresty openssl operation
  opengraph option options oracle origin origin-when-cross-origin other otf otp
  p paintworklet partitioned parameters passenger patch path path-to payment pdf perl permessage-deflate phusion php picture-in-picture play plain plesk
  plone plus png policy polling post powered pragma preconnect prefetch preflight preload prefers-reduced-motion prerender presentation private problem
  prompt propfind proppatch protobuf protocol proxy proxy-revalidate public publickey-credentials-create publickey-credentials-get puma purpose put
  python
  q qop query quic
  r railway rails rate realm redirect redirected referrer region registered rejected rel remaining render renegotiation report
  report-only report-to request require require-corp reset resource resource-metadata response restricted revalidated revalidate rewrite rfc
  ruby rust
  s s-maxage s3 same-origin same-origin-allow-popups same-origin-plus-coep same-site sameorigin sandbox sanic scope script
  scheme screen-wake-lock scram scram-sha-256 scram-sha-1 search seconds self serial serve servlet server serviceworker serviceworker-internal session
  sessions sha sha-256 sharedworker signature simple simplehttp site size soap socket sources speaker-selection spring sql sqs squid ssl sse st stable
  stale stale-if-error stale-while-revalidate static status storage store stored stream strict strict-origin strict-origin-when-cross-origin style
  sub subrequest subdomains suffix support svg swagger swift sync-xhr
  t tengine text thin tls token tomcat torii tornado trace track traefik trailers true trusted ttf ttl twisted type
  u ubuntu unauthorized undertow undici unix unload unlock unsafe-none unsafe-url upgrade uri urlencoded usb user utf utf-8 uvicorn
  v vary varnish vegur vercel vertx via video vllm vnd
  waitress wasm weblogic webm webp webrick websocket websocket2 websphere werkzeug wildfly win32 win64 window-management windows woff woff2 wordpress work
  worker worklet ws wsgi wsgiserver www
  x x-www-form-urlencoded xhtml xml xmlhttprequest xr xr-spatial-tracking xslt xsrf yaml yes zope zstd zip
  isolate-and-require-corp isolate-and-credentialless isolate and unsafe eval false iso 8859 alpha official officedocument openxmlformats spreadsheetml
  wordprocessingml presentationml sheet word wordprocessing spreadsheet javascript1 ecmascript jscript livescript mpeg mp4 mpegurl dash x-mpegurl apng avif icon
  bmp tiff gif markdown calendar rtf related alternative ld hal geo problem api signed-exchange exchange vnd.api webmanifest cache-manifest x-javascript collection sfnt
  us eu ap sa ca af me cn east west north south central northeast southeast northwest southwest europe asia australia
  gzip x-gzip identity priority websockets mqtt stomp wamp soap ocpp v10 v11 v12 sip xmpp binary base64 socket.io
  b3 crossorigin nopush dns-prefetch modulepreload stylesheet canonical alternate use-credentials fetchpriority imagesrcset
  high auto incremental urgency cookie executioncontexts clear cachekey hits error accessdenied accessdeniedexception missingauthenticationtoken
  missingauthenticationtokenexception unauthorizedexception forbiddenexception internalservererrorexception badrequestexception
  limitexceededexception toomanyrequestsexception invalidsignatureexception expiredtokenexception deployment-not-found
  deployment-disabled function-invocation-failed function-invocation-timeout not-found hit-fresh memory disk tcp mem none lookup refresh collapsed forwarded
  lax none priority low medium high
  allowed-origin load logged-in logged-out retry
`);

/** Methods that servers and libraries know, in their form on the wire. */
export const methodWords: ReadonlySet<string> = new Set(
  `ACL BASELINE-CONTROL BIND CHECKIN CHECKOUT CONNECT COPY DELETE GET HEAD LABEL LINK LOCK MERGE MKACTIVITY MKCALENDAR MKCOL
  MKREDIRECTREF MKWORKSPACE MOVE OPTIONS ORDERPATCH PATCH POST PRI PROPFIND PROPPATCH PURGE PUT QUERY REBIND REPORT SEARCH TRACE TRACK UNBIND
  UNCHECKOUT UNLINK UNLOCK UPDATE UPDATEREDIRECTREF VERSION-CONTROL`.split(/\s+/),
);
