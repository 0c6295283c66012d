// Made by scripts/generate.mjs from schemas/scenario.schema.json; do not edit.
export const scenarioSchema = {
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "$id": "rampwright:scenario",
 "title": "Rampwright scenario",
 "description": "A load-test scenario: what virtual users do, how many of them there are, and what must hold.",
 "type": "object",
 "additionalProperties": false,
 "properties": {
  "$schema": {
   "type": "string",
   "description": "The schema of this file, for other editors.",
   "markdownDescription": "The schema of this file, for other editors.",
   "examples": [
    "./scenario.schema.json"
   ]
  },
  "name": {
   "type": "string",
   "minLength": 1,
   "description": "The scenario's name, shown everywhere; by default the file's name.",
   "markdownDescription": "The scenario's name, shown everywhere; by default the file's name.",
   "examples": [
    "Checkout API"
   ]
  },
  "description": {
   "type": "string",
   "description": "What this test is for.",
   "markdownDescription": "What this test is for.",
   "examples": [
    "Login, browse and buy as on a Saturday."
   ]
  },
  "baseUrl": {
   "type": "string",
   "minLength": 1,
   "description": "What paths of requests are put behind.",
   "markdownDescription": "What paths of requests are put behind.",
   "examples": [
    "http://localhost:3000",
    "${env.?BASE_URL.orValue(\"http://localhost:3000\")}"
   ]
  },
  "vars": {
   "$ref": "#/$defs/vars",
   "description": "Variables, read as vars.NAME; evaluated once, before setup.",
   "markdownDescription": "Variables, read as `vars.NAME`; evaluated once, before setup.",
   "examples": [
    {
     "email": "loadtest@example.com"
    }
   ]
  },
  "data": {
   "$ref": "#/$defs/data",
   "description": "Feeders: rows of test data, read as data.NAME.column in the steps of scenarios.",
   "markdownDescription": "Feeders: rows of test data, read as `data.NAME.column` in the steps of scenarios.",
   "examples": [
    {
     "users": {
      "file": "./users.csv",
      "pick": "unique"
     }
    }
   ],
   "defaultSnippets": [
    {
     "label": "rows of a file",
     "body": {
      "${1:users}": {
       "file": "${2:./users.csv}",
       "pick": "${3|sequential,random,unique|}"
      }
     }
    }
   ]
  },
  "environments": {
   "$ref": "#/$defs/environments",
   "description": "Values that take the place of those at the top, by name of the environment; picked by --environment or in the status bar. vars, data, http, scenarios and the other maps merge key by key, everything else is replaced.",
   "markdownDescription": "Values that take the place of those at the top, by name of the environment; picked by `--environment` or in the status bar. `vars`, `data`, `http`, `scenarios` and the other maps merge key by key, everything else is replaced.",
   "examples": [
    {
     "staging": {
      "baseUrl": "https://staging.example.test",
      "vars": {
       "email": "qa@example.test"
      }
     }
    }
   ],
   "defaultSnippets": [
    {
     "label": "environment",
     "body": {
      "${1:staging}": {
       "baseUrl": "${2:https://staging.example.test}"
      }
     }
    }
   ]
  },
  "http": {
   "$ref": "#/$defs/http",
   "description": "Defaults for every request.",
   "markdownDescription": "Defaults for every request.",
   "examples": [
    {
     "timeout": "30s",
     "headers": {
      "accept": "application/json"
     }
    }
   ],
   "defaultSnippets": [
    {
     "label": "http",
     "body": {
      "headers": {
       "accept": "${1:application/json}"
      },
      "timeout": "${2:30s}"
     }
    }
   ]
  },
  "metrics": {
   "$ref": "#/$defs/metrics",
   "description": "Custom metrics, of k6's four kinds.",
   "markdownDescription": "Custom metrics, of k6's four kinds.",
   "examples": [
    {
     "auth_latency": {
      "type": "trend",
      "unit": "ms"
     },
     "tokens_issued": "counter"
    }
   ],
   "defaultSnippets": [
    {
     "label": "trend",
     "body": {
      "${1:name}": {
       "type": "trend",
       "unit": "ms"
      }
     }
    }
   ]
  },
  "refresh": {
   "$ref": "#/$defs/refresh",
   "description": "Steps that run again and again beside the load, off every metric; what they capture replaces what setup captured: for tokens that expire during a long run.",
   "markdownDescription": "Steps that run again and again beside the load, off every metric; what they capture replaces what setup captured: for tokens that expire during a long run.",
   "examples": [
    {
     "every": "10m",
     "steps": [
      {
       "post": "/auth/refresh",
       "capture": {
        "token": "json.access_token"
       }
      }
     ]
    }
   ],
   "defaultSnippets": [
    {
     "label": "refresh a token",
     "body": {
      "every": "${1:10m}",
      "steps": [
       {
        "post": "${2:/auth/refresh}",
        "capture": {
         "${3:token}": "${4:json.access_token}"
        }
       }
      ]
     }
    }
   ]
  },
  "setup": {
   "$ref": "#/$defs/steps",
   "description": "Steps that run once, before all VUs. What they capture is setup.NAME, the same for every VU.",
   "markdownDescription": "Steps that run once, before all VUs. What they capture is `setup.NAME`, the same for every VU.",
   "examples": [
    [
     {
      "post": "/auth/login",
      "json": {
       "email": "${vars.email}"
      },
      "capture": {
       "token": "json.access_token"
      }
     }
    ]
   ],
   "defaultSnippets": [
    {
     "label": "log in once",
     "body": [
      {
       "post": "${1:/auth/login}",
       "json": {
        "email": "\\${vars.email\\}",
        "password": "\\${secret.PASSWORD\\}"
       },
       "expect": {
        "status": 200
       },
       "capture": {
        "token": "json.access_token"
       }
      }
     ]
    }
   ]
  },
  "setupTimeout": {
   "$ref": "#/$defs/duration",
   "description": "The longest that setup may take; 60s by default.",
   "markdownDescription": "The longest that setup may take; `60s` by default.",
   "examples": [
    "60s"
   ]
  },
  "teardown": {
   "$ref": "#/$defs/steps",
   "description": "Steps that run once, after all VUs, also when the run was stopped or failed.",
   "markdownDescription": "Steps that run once, after all VUs, also when the run was stopped or failed.",
   "examples": [
    [
     {
      "post": "/auth/logout"
     }
    ]
   ]
  },
  "teardownTimeout": {
   "$ref": "#/$defs/duration",
   "description": "The longest that teardown may take; 60s by default.",
   "markdownDescription": "The longest that teardown may take; `60s` by default.",
   "examples": [
    "60s"
   ]
  },
  "flows": {
   "$ref": "#/$defs/flows",
   "description": "Named lists of steps, for flow: and use:.",
   "markdownDescription": "Named lists of steps, for `flow:` and `use:`.",
   "examples": [
    {
     "browse": [
      {
       "get": "/products"
      }
     ]
    }
   ],
   "defaultSnippets": [
    {
     "label": "flow",
     "body": {
      "${1:browse}": [
       {
        "get": "${2:/}"
       }
      ]
     }
    }
   ]
  },
  "vus": {
   "type": "integer",
   "minimum": 1,
   "title": "a whole number of 1 or more",
   "description": "How many virtual users run. Each VU runs its steps again and again, one iteration after the other.",
   "markdownDescription": "How many virtual users run. Each VU runs its steps again and again, one iteration after the other.",
   "examples": [
    10,
    100
   ]
  },
  "iterations": {
   "type": "integer",
   "minimum": 1,
   "title": "a whole number of 1 or more",
   "description": "How many iterations: shared by all VUs (shared-iterations), or for each VU (per-vu-iterations).",
   "markdownDescription": "How many iterations: shared by all VUs (`shared-iterations`), or for each VU (`per-vu-iterations`).",
   "examples": [
    100
   ]
  },
  "duration": {
   "$ref": "#/$defs/duration",
   "description": "How long the load lasts, e.g. 30s or 1m30s; graceful stop comes on top.",
   "markdownDescription": "How long the load lasts, e.g. `30s` or `1m30s`; graceful stop comes on top.",
   "examples": [
    "30s",
    "10m"
   ]
  },
  "stages": {
   "$ref": "#/$defs/stages",
   "description": "The load over time: each stage goes in a straight line to its target. A stage of 0s jumps.",
   "markdownDescription": "The load over time: each stage goes in a straight line to its `target`. A stage of `0s` jumps.",
   "examples": [
    [
     {
      "duration": "2m",
      "target": 100,
      "name": "ramp up"
     },
     {
      "duration": "10m",
      "target": 100,
      "name": "sustained"
     },
     {
      "duration": "1m",
      "target": 0,
      "name": "ramp down"
     }
    ]
   ],
   "defaultSnippets": [
    {
     "label": "ramp up, hold, ramp down",
     "body": [
      {
       "duration": "${1:1m}",
       "target": "${2:50}",
       "name": "ramp up"
      },
      {
       "duration": "${3:5m}",
       "target": "${2:50}",
       "name": "sustained"
      },
      {
       "duration": "${4:30s}",
       "target": 0,
       "name": "ramp down"
      }
     ]
    }
   ]
  },
  "steps": {
   "$ref": "#/$defs/steps",
   "description": "Short form: what one iteration does, for one scenario called default.",
   "markdownDescription": "Short form: what one iteration does, for one scenario called `default`.",
   "examples": [
    [
     {
      "get": "/health"
     },
     {
      "think": "1s"
     }
    ]
   ],
   "defaultSnippets": [
    {
     "label": "request and pause",
     "body": [
      {
       "get": "${1:/health}"
      },
      {
       "think": "${2:1s}"
      }
     ]
    }
   ]
  },
  "flow": {
   "type": "string",
   "minLength": 1,
   "description": "Short form: the flow that the one scenario runs, in place of steps.",
   "markdownDescription": "Short form: the flow that the one scenario runs, in place of `steps`.",
   "examples": [
    "browse"
   ]
  },
  "scenarios": {
   "$ref": "#/$defs/scenarios",
   "description": "Several loads, side by side unless startTime says otherwise.",
   "markdownDescription": "Several loads, side by side unless `startTime` says otherwise.",
   "examples": [
    {
     "users": {
      "executor": "constant-vus",
      "vus": 10,
      "duration": "1m",
      "flow": "browse"
     }
    }
   ],
   "defaultSnippets": [
    {
     "label": "ramping VUs",
     "body": {
      "${1:users}": {
       "executor": "ramping-vus",
       "stages": [
        {
         "duration": "${2:1m}",
         "target": "${3:50}",
         "name": "ramp up"
        },
        {
         "duration": "${4:5m}",
         "target": "${3:50}",
         "name": "sustained"
        }
       ],
       "flow": "${5:browse}"
      }
     }
    },
    {
     "label": "constant arrival rate",
     "body": {
      "${1:traffic}": {
       "executor": "constant-arrival-rate",
       "rate": "${2:50}",
       "duration": "${3:5m}",
       "maxVUs": "${4:100}",
       "flow": "${5:browse}"
      }
     }
    }
   ]
  },
  "thresholds": {
   "$ref": "#/$defs/thresholds",
   "description": "What must hold, by metric: http_req_duration: p(95) < 500ms. The run fails where one does not hold.",
   "markdownDescription": "What must hold, by metric: `http_req_duration: p(95) < 500ms`. The run fails where one does not hold.",
   "examples": [
    {
     "http_req_duration": [
      "p(95) < 500ms",
      "p(99) < 1s"
     ],
     "http_req_failed": "rate < 1%"
    }
   ],
   "defaultSnippets": [
    {
     "label": "latency and failures",
     "body": {
      "http_req_duration": "p(95) < ${1:500ms}",
      "http_req_failed": "rate < ${2:1%}"
     }
    }
   ]
  }
 },
 "$defs": {
  "duration": {
   "type": "string",
   "pattern": "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$",
   "title": "a duration such as 30s, 1m30s or 500ms"
  },
  "rate": {
   "anyOf": [
    {
     "type": "number",
     "exclusiveMinimum": 0,
     "title": "a number above 0"
    },
    {
     "type": "string",
     "pattern": "^[0-9]+(\\.[0-9]+)? ?/ ?(s|min|h)$",
     "title": "a rate such as 1000/min"
    }
   ]
  },
  "size": {
   "anyOf": [
    {
     "type": "integer",
     "minimum": 0,
     "title": "a number of bytes"
    },
    {
     "type": "string",
     "pattern": "^[0-9]+(\\.[0-9]+)? ?(B|kB|KB|MB|GB)$",
     "title": "a size such as 10MB"
    }
   ]
  },
  "status": {
   "anyOf": [
    {
     "type": "integer",
     "minimum": 100,
     "maximum": 599,
     "title": "a status code"
    },
    {
     "type": "string",
     "pattern": "^([1-5]xx|[1-5][0-9][0-9](-[1-5][0-9][0-9])?)$",
     "title": "a class such as 2xx or a range such as 200-299"
    }
   ]
  },
  "statuses": {
   "anyOf": [
    {
     "$ref": "#/$defs/status"
    },
    {
     "type": "array",
     "items": {
      "$ref": "#/$defs/status"
     },
     "title": "a list of them",
     "minItems": 1
    }
   ]
  },
  "vars": {
   "type": "object",
   "additionalProperties": {},
   "propertyNames": {
    "pattern": "^[A-Za-z_][A-Za-z0-9_]*$"
   }
  },
  "tags": {
   "type": "object",
   "additionalProperties": {
    "type": [
     "string",
     "number",
     "boolean"
    ],
    "title": "a text, a number, or true or false"
   }
  },
  "headers": {
   "type": "object",
   "additionalProperties": {
    "type": [
     "string",
     "number",
     "boolean"
    ],
    "title": "a text, a number, or true or false"
   }
  },
  "auth": {
   "anyOf": [
    {
     "type": "object",
     "additionalProperties": false,
     "properties": {
      "bearer": {
       "type": "string",
       "minLength": 1,
       "description": "A token, sent as authorization: Bearer ….",
       "markdownDescription": "A token, sent as `authorization: Bearer …`.",
       "examples": [
        "${setup.token}"
       ]
      }
     },
     "required": [
      "bearer"
     ]
    },
    {
     "type": "object",
     "additionalProperties": false,
     "properties": {
      "basic": {
       "type": "object",
       "additionalProperties": false,
       "properties": {
        "username": {
         "type": "string",
         "description": "The user's name.",
         "markdownDescription": "The user's name.",
         "examples": [
          "ann"
         ]
        },
        "password": {
         "type": "string",
         "description": "The password; best a ${secret.NAME}.",
         "markdownDescription": "The password; best a `${secret.NAME}`.",
         "examples": [
          "${secret.PASSWORD}"
         ]
        }
       },
       "required": [
        "username",
        "password"
       ],
       "description": "Credentials, sent as authorization: Basic ….",
       "markdownDescription": "Credentials, sent as `authorization: Basic …`.",
       "examples": [
        {
         "username": "ann",
         "password": "${secret.PASSWORD}"
        }
       ]
      }
     },
     "required": [
      "basic"
     ]
    }
   ]
  },
  "stage": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "duration": {
     "$ref": "#/$defs/duration",
     "description": "How long the stage lasts; 0s jumps to the target.",
     "markdownDescription": "How long the stage lasts; `0s` jumps to the target.",
     "examples": [
      "2m"
     ]
    },
    "target": {
     "type": "number",
     "minimum": 0,
     "title": "a number of 0 or more",
     "description": "VUs, or the rate, at the end of the stage.",
     "markdownDescription": "VUs, or the rate, at the end of the stage.",
     "examples": [
      100
     ]
    },
    "name": {
     "type": "string",
     "minLength": 1,
     "description": "The stage's name: the tag stage of its samples. By default stage 1, stage 2, ….",
     "markdownDescription": "The stage's name: the tag `stage` of its samples. By default `stage 1`, `stage 2`, ….",
     "examples": [
      "sustained"
     ]
    }
   },
   "required": [
    "duration",
    "target"
   ],
   "defaultSnippets": [
    {
     "label": "stage",
     "body": {
      "duration": "${1:1m}",
      "target": "${2:50}"
     }
    }
   ]
  },
  "think": {
   "anyOf": [
    {
     "type": "string",
     "pattern": "^(([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+|.*\\$\\{.*\\}.*)$",
     "title": "a duration such as 1s, or an expression that gives one"
    },
    {
     "type": "object",
     "additionalProperties": false,
     "properties": {
      "min": {
       "$ref": "#/$defs/duration",
       "description": "The shortest pause.",
       "markdownDescription": "The shortest pause.",
       "examples": [
        "1s"
       ]
      },
      "max": {
       "$ref": "#/$defs/duration",
       "description": "The longest pause.",
       "markdownDescription": "The longest pause.",
       "examples": [
        "3s"
       ]
      }
     },
     "required": [
      "min",
      "max"
     ]
    },
    {
     "type": "object",
     "additionalProperties": false,
     "properties": {
      "mean": {
       "$ref": "#/$defs/duration",
       "description": "The mean pause.",
       "markdownDescription": "The mean pause.",
       "examples": [
        "2s"
       ]
      },
      "sd": {
       "$ref": "#/$defs/duration",
       "description": "Its standard deviation.",
       "markdownDescription": "Its standard deviation.",
       "examples": [
        "500ms"
       ]
      }
     },
     "required": [
      "mean",
      "sd"
     ]
    }
   ]
  },
  "expect": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "status": {
     "$ref": "#/$defs/statuses",
     "description": "Status codes that are fine: a code, a class (2xx), a range (200-299), or a list of them.",
     "markdownDescription": "Status codes that are fine: a code, a class (`2xx`), a range (`200-299`), or a list of them.",
     "examples": [
      200,
      "2xx",
      [
       200,
       404
      ]
     ]
    },
    "header": {
     "type": "object",
     "additionalProperties": {
      "type": [
       "string",
       "number",
       "boolean"
      ],
      "title": "a text, a number, or true or false"
     },
     "minProperties": 1,
     "description": "Headers that the response must have: the exact value, or /a regular expression/.",
     "markdownDescription": "Headers that the response must have: the exact value, or `/a regular expression/`.",
     "examples": [
      {
       "content-type": "/json/"
      }
     ]
    },
    "json": {
     "type": [
      "string",
      "boolean",
      "number"
     ],
     "title": "an expression",
     "description": "An expression over the response that must be true, e.g. json.status == \"ok\".",
     "markdownDescription": "An expression over the response that must be true, e.g. `json.status == \"ok\"`.",
     "examples": [
      "json.status == \"ok\""
     ]
    },
    "bodyContains": {
     "type": "string",
     "minLength": 1,
     "description": "Text that must be in the body.",
     "markdownDescription": "Text that must be in the body.",
     "examples": [
      "Welcome"
     ]
    },
    "maxDuration": {
     "$ref": "#/$defs/duration",
     "description": "The longest that the request may take.",
     "markdownDescription": "The longest that the request may take.",
     "examples": [
      "2s"
     ]
    },
    "tolerate": {
     "$ref": "#/$defs/statuses",
     "description": "Statuses that are failures by design (a revoked token, a random id): they count as failed in the raw rate and are left out of the adjusted one.",
     "markdownDescription": "Statuses that are failures by design (a revoked token, a random id): they count as failed in the raw rate and are left out of the adjusted one.",
     "examples": [
      401,
      [
       401,
       404
      ]
     ]
    }
   },
   "minProperties": 1
  },
  "http": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "headers": {
     "$ref": "#/$defs/headers",
     "description": "Headers of every request.",
     "markdownDescription": "Headers of every request.",
     "examples": [
      {
       "accept": "application/json"
      }
     ]
    },
    "timeout": {
     "$ref": "#/$defs/duration",
     "description": "For a whole request, its redirects and its body included; 30s by default.",
     "markdownDescription": "For a whole request, its redirects and its body included; `30s` by default.",
     "examples": [
      "30s"
     ]
    },
    "connectTimeout": {
     "$ref": "#/$defs/duration",
     "description": "For each part of a new connection: TCP, a proxy's way, TLS; 10s by default.",
     "markdownDescription": "For each part of a new connection: TCP, a proxy's way, TLS; `10s` by default.",
     "examples": [
      "10s"
     ]
    },
    "redirects": {
     "type": "integer",
     "minimum": 0,
     "title": "a whole number of 0 or more",
     "description": "How many redirects are followed; 10 by default, 0 follows none.",
     "markdownDescription": "How many redirects are followed; 10 by default, 0 follows none.",
     "examples": [
      10
     ]
    },
    "http2": {
     "type": "boolean",
     "description": "HTTP/2 where the server agrees to it by ALPN; off by default.",
     "markdownDescription": "HTTP/2 where the server agrees to it by ALPN; off by default.",
     "examples": [
      true
     ]
    },
    "reuseConnections": {
     "enum": [
      true,
      "perIteration"
     ],
     "description": "true keeps a VU's connections as a real user's client does; perIteration closes them after each iteration.",
     "markdownDescription": "`true` keeps a VU's connections as a real user's client does; `perIteration` closes them after each iteration.",
     "examples": [
      true,
      "perIteration"
     ]
    },
    "cookies": {
     "type": "boolean",
     "description": "A cookie jar for each VU, emptied after each iteration; on by default.",
     "markdownDescription": "A cookie jar for each VU, emptied after each iteration; on by default.",
     "examples": [
      true
     ]
    },
    "keepCookies": {
     "type": "boolean",
     "description": "Cookies survive from one iteration to the next.",
     "markdownDescription": "Cookies survive from one iteration to the next.",
     "examples": [
      false
     ]
    },
    "maxBodySize": {
     "$ref": "#/$defs/size",
     "description": "At most this much of a body is read; more is an error. 10MB by default.",
     "markdownDescription": "At most this much of a body is read; more is an error. `10MB` by default.",
     "examples": [
      "10MB"
     ]
    },
    "proxy": {
     "type": "string",
     "minLength": 1,
     "description": "The URL of an HTTP or HTTPS proxy for all requests, with a user and a password in it where it wants them.",
     "markdownDescription": "The URL of an HTTP or HTTPS proxy for all requests, with a user and a password in it where it wants them.",
     "examples": [
      "http://proxy.example.test:3128",
      "${env.HTTPS_PROXY}"
     ]
    },
    "hosts": {
     "type": "object",
     "additionalProperties": {
      "type": "string",
      "minLength": 1
     },
     "minProperties": 1,
     "description": "Addresses of hosts, instead of what their name servers say, with another port where one is given; *.example.test is all names below.",
     "markdownDescription": "Addresses of hosts, instead of what their name servers say, with another port where one is given; `*.example.test` is all names below.",
     "examples": [
      {
       "api.example.test": "127.0.0.1:8443"
      }
     ]
    },
    "dns": {
     "type": "object",
     "additionalProperties": false,
     "minProperties": 1,
     "properties": {
      "ttl": {
       "$ref": "#/$defs/duration",
       "description": "How long an answer of a name server is used, whatever it says itself; 5m by default, 0s asks for each connection.",
       "markdownDescription": "How long an answer of a name server is used, whatever it says itself; `5m` by default, `0s` asks for each connection.",
       "examples": [
        "30s"
       ]
      },
      "select": {
       "enum": [
        "first",
        "random",
        "roundRobin"
       ],
       "description": "Which of several addresses a connection goes to; random by default.",
       "markdownDescription": "Which of several addresses a connection goes to; `random` by default.",
       "examples": [
        "roundRobin"
       ]
      },
      "policy": {
       "enum": [
        "preferIPv4",
        "preferIPv6",
        "onlyIPv4",
        "onlyIPv6",
        "any"
       ],
       "description": "Which kind of address is taken where there are both; preferIPv4 by default.",
       "markdownDescription": "Which kind of address is taken where there are both; `preferIPv4` by default.",
       "examples": [
        "onlyIPv4"
       ]
      }
     },
     "description": "How names of hosts are looked up.",
     "markdownDescription": "How names of hosts are looked up.",
     "examples": [
      {
       "ttl": "30s"
      }
     ]
    },
    "tls": {
     "type": "object",
     "additionalProperties": false,
     "properties": {
      "verify": {
       "type": "boolean",
       "description": "Checks the server's certificate; on by default.",
       "markdownDescription": "Checks the server's certificate; on by default.",
       "examples": [
        true
       ]
      },
      "ca": {
       "type": "string",
       "minLength": 1,
       "description": "A PEM file with the authorities to trust besides the usual ones, relative to this file.",
       "markdownDescription": "A PEM file with the authorities to trust besides the usual ones, relative to this file.",
       "examples": [
        "./ca.pem"
       ]
      },
      "cert": {
       "type": "string",
       "minLength": 1,
       "description": "A PEM file with the client's certificate, relative to this file; goes with key.",
       "markdownDescription": "A PEM file with the client's certificate, relative to this file; goes with `key`.",
       "examples": [
        "./client.pem"
       ]
      },
      "key": {
       "type": "string",
       "minLength": 1,
       "description": "A PEM file with the client's key, relative to this file; goes with cert.",
       "markdownDescription": "A PEM file with the client's key, relative to this file; goes with `cert`.",
       "examples": [
        "./client.key"
       ]
      },
      "minVersion": {
       "type": "string",
       "enum": [
        "TLSv1.2",
        "TLSv1.3"
       ],
       "description": "The oldest version of TLS that is accepted; TLSv1.2 by default.",
       "markdownDescription": "The oldest version of TLS that is accepted; `TLSv1.2` by default.",
       "examples": [
        "TLSv1.3"
       ]
      }
     },
     "description": "Certificates, and how they are checked.",
     "markdownDescription": "Certificates, and how they are checked.",
     "examples": [
      {
       "verify": false
      }
     ]
    },
    "expect": {
     "$ref": "#/$defs/expect",
     "description": "What counts as not failed, unless a request says otherwise; status: [2xx, 3xx] by default.",
     "markdownDescription": "What counts as not failed, unless a request says otherwise; `status: [2xx, 3xx]` by default.",
     "examples": [
      {
       "status": [
        "2xx",
        "3xx"
       ]
      }
     ]
    }
   }
  },
  "metric": {
   "anyOf": [
    {
     "type": "string",
     "enum": [
      "counter",
      "gauge",
      "rate",
      "trend"
     ],
     "title": "counter, gauge, rate or trend"
    },
    {
     "type": "object",
     "additionalProperties": false,
     "properties": {
      "type": {
       "type": "string",
       "enum": [
        "counter",
        "gauge",
        "rate",
        "trend"
       ],
       "description": "The kind: counter adds up, gauge keeps the last value, rate is the share of true values, trend keeps a distribution.",
       "markdownDescription": "The kind: `counter` adds up, `gauge` keeps the last value, `rate` is the share of true values, `trend` keeps a distribution.",
       "examples": [
        "trend"
       ]
      },
      "unit": {
       "type": "string",
       "enum": [
        "ms",
        "B"
       ],
       "description": "The unit of its values: ms for times, B for sizes, left out for plain numbers.",
       "markdownDescription": "The unit of its values: `ms` for times, `B` for sizes, left out for plain numbers.",
       "examples": [
        "ms"
       ]
      }
     },
     "required": [
      "type"
     ]
    }
   ]
  },
  "threshold": {
   "anyOf": [
    {
     "$ref": "#/$defs/condition"
    },
    {
     "$ref": "#/$defs/requirement"
    },
    {
     "type": "array",
     "items": {
      "anyOf": [
       {
        "$ref": "#/$defs/condition"
       },
       {
        "$ref": "#/$defs/requirement"
       }
      ]
     },
     "minItems": 1,
     "title": "a list of them"
    }
   ]
  },
  "condition": {
   "type": "string",
   "title": "a condition such as p(95) < 500ms",
   "defaultSnippets": [
    {
     "label": "p(95) < 500ms",
     "body": "p(95) < ${1:500ms}"
    },
    {
     "label": "rate < 1%",
     "body": "rate < ${1:1%}"
    },
    {
     "label": "count == 0",
     "body": "count == 0"
    }
   ]
  },
  "requirement": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "expect": {
     "$ref": "#/$defs/condition",
     "description": "The target: p(95) < 25ms.",
     "markdownDescription": "The target: `p(95) < 25ms`.",
     "examples": [
      "p(95) < 25ms"
     ]
    },
    "acceptable": {
     "$ref": "#/$defs/condition",
     "description": "Where only this holds, the verdict is a warning and the run still passes.",
     "markdownDescription": "Where only this holds, the verdict is a warning and the run still passes.",
     "examples": [
      "p(95) < 50ms"
     ]
    },
    "name": {
     "type": "string",
     "minLength": 1,
     "description": "The requirement's title in the verdict table.",
     "markdownDescription": "The requirement's title in the verdict table.",
     "examples": [
      "Requirement 9.3: no server errors"
     ]
    },
    "window": {
     "$ref": "#/$defs/duration",
     "description": "Must hold in every window of this length, not only over the whole run.",
     "markdownDescription": "Must hold in every window of this length, not only over the whole run.",
     "examples": [
      "30s"
     ]
    },
    "abortOnFail": {
     "type": "boolean",
     "description": "Ends the run as soon as this fails.",
     "markdownDescription": "Ends the run as soon as this fails.",
     "examples": [
      true
     ]
    },
    "delayAbortEval": {
     "$ref": "#/$defs/duration",
     "description": "How long to wait before abortOnFail may end the run; 0s by default.",
     "markdownDescription": "How long to wait before `abortOnFail` may end the run; `0s` by default.",
     "examples": [
      "10s"
     ]
    }
   },
   "required": [
    "expect"
   ],
   "title": "a map with expect"
  },
  "scenario": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "executor": {
     "type": "string",
     "enum": [
      "constant-vus",
      "ramping-vus",
      "constant-arrival-rate",
      "ramping-arrival-rate",
      "shared-iterations",
      "per-vu-iterations"
     ],
     "description": "How the load is made (k6's executors). May be left out where the other keys say it: rate means constant-arrival-rate, stages with a key of rates (startRate, timeUnit, preAllocatedVUs, maxVUs) ramping-arrival-rate, stages alone ramping-vus, iterations shared-iterations, and duration constant-vus.",
     "markdownDescription": "How the load is made (k6's executors). May be left out where the other keys say it: `rate` means `constant-arrival-rate`, `stages` with a key of rates (`startRate`, `timeUnit`, `preAllocatedVUs`, `maxVUs`) `ramping-arrival-rate`, `stages` alone `ramping-vus`, `iterations` `shared-iterations`, and `duration` `constant-vus`.",
     "examples": [
      "ramping-vus",
      "constant-arrival-rate"
     ]
    },
    "vus": {
     "type": "integer",
     "minimum": 1,
     "title": "a whole number of 1 or more",
     "description": "How many virtual users run. Each VU runs its steps again and again, one iteration after the other.",
     "markdownDescription": "How many virtual users run. Each VU runs its steps again and again, one iteration after the other.",
     "examples": [
      10,
      100
     ]
    },
    "iterations": {
     "type": "integer",
     "minimum": 1,
     "title": "a whole number of 1 or more",
     "description": "How many iterations: shared by all VUs (shared-iterations), or for each VU (per-vu-iterations).",
     "markdownDescription": "How many iterations: shared by all VUs (`shared-iterations`), or for each VU (`per-vu-iterations`).",
     "examples": [
      100
     ]
    },
    "duration": {
     "$ref": "#/$defs/duration",
     "description": "How long the load lasts, e.g. 30s or 1m30s; graceful stop comes on top.",
     "markdownDescription": "How long the load lasts, e.g. `30s` or `1m30s`; graceful stop comes on top.",
     "examples": [
      "30s",
      "10m"
     ]
    },
    "stages": {
     "$ref": "#/$defs/stages",
     "description": "The load over time: each stage goes in a straight line to its target. A stage of 0s jumps.",
     "markdownDescription": "The load over time: each stage goes in a straight line to its `target`. A stage of `0s` jumps.",
     "examples": [
      [
       {
        "duration": "2m",
        "target": 100,
        "name": "ramp up"
       },
       {
        "duration": "10m",
        "target": 100,
        "name": "sustained"
       },
       {
        "duration": "1m",
        "target": 0,
        "name": "ramp down"
       }
      ]
     ],
     "defaultSnippets": [
      {
       "label": "ramp up, hold, ramp down",
       "body": [
        {
         "duration": "${1:1m}",
         "target": "${2:50}",
         "name": "ramp up"
        },
        {
         "duration": "${3:5m}",
         "target": "${2:50}",
         "name": "sustained"
        },
        {
         "duration": "${4:30s}",
         "target": 0,
         "name": "ramp down"
        }
       ]
      }
     ]
    },
    "rate": {
     "$ref": "#/$defs/rate",
     "description": "Iterations per timeUnit that are started, whether earlier ones are done or not (an open model): a number, or with its unit, 1000/min.",
     "markdownDescription": "Iterations per `timeUnit` that are started, whether earlier ones are done or not (an open model): a number, or with its unit, `1000/min`.",
     "examples": [
      50,
      "1000/min"
     ]
    },
    "startRate": {
     "type": "number",
     "minimum": 0,
     "title": "a number of 0 or more",
     "description": "ramping-arrival-rate: the rate at the start, per timeUnit; 0 by default.",
     "markdownDescription": "`ramping-arrival-rate`: the rate at the start, per `timeUnit`; 0 by default.",
     "examples": [
      0,
      10
     ]
    },
    "timeUnit": {
     "$ref": "#/$defs/duration",
     "description": "The unit of rates that are plain numbers; 1s by default.",
     "markdownDescription": "The unit of rates that are plain numbers; `1s` by default.",
     "examples": [
      "1s",
      "1m"
     ]
    },
    "preAllocatedVUs": {
     "type": "integer",
     "minimum": 0,
     "title": "a whole number of 0 or more",
     "description": "Arrival rates: VUs that are made before the start. By default as many as the highest rate per second, at least 1 and at most maxVUs.",
     "markdownDescription": "Arrival rates: VUs that are made before the start. By default as many as the highest rate per second, at least 1 and at most `maxVUs`.",
     "examples": [
      50
     ]
    },
    "maxVUs": {
     "type": "integer",
     "minimum": 1,
     "title": "a whole number of 1 or more",
     "description": "Arrival rates: more VUs are made up to this number when iterations take long; beyond it, iterations are dropped and counted. By default preAllocatedVUs, as in k6.",
     "markdownDescription": "Arrival rates: more VUs are made up to this number when iterations take long; beyond it, iterations are dropped and counted. By default `preAllocatedVUs`, as in k6.",
     "examples": [
      200
     ]
    },
    "startVUs": {
     "type": "integer",
     "minimum": 0,
     "title": "a whole number of 0 or more",
     "description": "ramping-vus: VUs at the start; 1 by default.",
     "markdownDescription": "`ramping-vus`: VUs at the start; 1 by default.",
     "examples": [
      0,
      1
     ]
    },
    "spawnRate": {
     "type": "number",
     "exclusiveMinimum": 0,
     "title": "a number above 0",
     "description": "Locust's way to say a ramp: with vus and duration, how many users are started per second. The ramp is part of the duration.",
     "markdownDescription": "Locust's way to say a ramp: with `vus` and `duration`, how many users are started per second. The ramp is part of the duration.",
     "examples": [
      10
     ]
    },
    "maxDuration": {
     "$ref": "#/$defs/duration",
     "description": "Iterations: the longest that they may take together; 10m by default.",
     "markdownDescription": "Iterations: the longest that they may take together; `10m` by default.",
     "examples": [
      "10m"
     ]
    },
    "startTime": {
     "$ref": "#/$defs/duration",
     "description": "When the scenario starts, counted from the start of the run; 0s by default.",
     "markdownDescription": "When the scenario starts, counted from the start of the run; `0s` by default.",
     "examples": [
      "0s",
      "5m"
     ]
    },
    "gracefulStop": {
     "$ref": "#/$defs/duration",
     "description": "How long running iterations may go on after the end; 30s by default.",
     "markdownDescription": "How long running iterations may go on after the end; `30s` by default.",
     "examples": [
      "30s",
      "0s"
     ]
    },
    "gracefulRampDown": {
     "$ref": "#/$defs/duration",
     "description": "ramping-vus: how long an iteration may go on when its VU is taken away in a ramp down; 30s by default.",
     "markdownDescription": "`ramping-vus`: how long an iteration may go on when its VU is taken away in a ramp down; `30s` by default.",
     "examples": [
      "30s"
     ]
    },
    "pacing": {
     "$ref": "#/$defs/duration",
     "description": "An iteration starts at most once in this time per VU (Locust's constant_pacing). Not with arrival rates.",
     "markdownDescription": "An iteration starts at most once in this time per VU (Locust's `constant_pacing`). Not with arrival rates.",
     "examples": [
      "5s"
     ]
    },
    "onStart": {
     "$ref": "#/$defs/steps",
     "description": "Steps that each VU runs once before its first iteration (Locust's on_start). What they capture is vu.NAME.",
     "markdownDescription": "Steps that each VU runs once before its first iteration (Locust's `on_start`). What they capture is `vu.NAME`.",
     "examples": [
      [
       {
        "post": "/auth/login",
        "capture": {
         "token": "json.access_token"
        }
       }
      ]
     ],
     "defaultSnippets": [
      {
       "label": "log in once per VU",
       "body": [
        {
         "post": "${1:/auth/login}",
         "json": {
          "email": "\\${vars.email\\}",
          "password": "\\${secret.PASSWORD\\}"
         },
         "capture": {
          "token": "json.access_token"
         }
        }
       ]
      }
     ]
    },
    "onStop": {
     "$ref": "#/$defs/steps",
     "description": "Steps that each VU runs once after its last iteration.",
     "markdownDescription": "Steps that each VU runs once after its last iteration.",
     "examples": [
      [
       {
        "post": "/auth/logout"
       }
      ]
     ]
    },
    "flow": {
     "type": "string",
     "minLength": 1,
     "description": "The name of a flow of flows: whose steps are run, in place of steps.",
     "markdownDescription": "The name of a flow of `flows:` whose steps are run, in place of `steps`.",
     "examples": [
      "browse"
     ]
    },
    "steps": {
     "$ref": "#/$defs/steps",
     "description": "What one iteration does.",
     "markdownDescription": "What one iteration does.",
     "examples": [
      [
       {
        "get": "/health"
       },
       {
        "think": "1s"
       }
      ]
     ]
    },
    "tags": {
     "$ref": "#/$defs/tags",
     "description": "Tags on every sample of this scenario, for thresholds and reports.",
     "markdownDescription": "Tags on every sample of this scenario, for thresholds and reports.",
     "examples": [
      {
       "team": "checkout"
      }
     ]
    },
    "vars": {
     "$ref": "#/$defs/vars",
     "description": "Override vars of the file for this scenario.",
     "markdownDescription": "Override `vars` of the file for this scenario.",
     "examples": [
      {
       "email": "qa@example.com"
      }
     ]
    }
   },
   "title": "a scenario"
  },
  "steps": {
   "type": "array",
   "items": {
    "$ref": "#/$defs/step"
   },
   "title": "a list of steps"
  },
  "step": {
   "anyOf": [
    {
     "$ref": "#/$defs/requestStep"
    },
    {
     "$ref": "#/$defs/thinkStep"
    },
    {
     "$ref": "#/$defs/setStep"
    },
    {
     "$ref": "#/$defs/chooseStep"
    },
    {
     "$ref": "#/$defs/groupStep"
    },
    {
     "$ref": "#/$defs/useStep"
    },
    {
     "$ref": "#/$defs/recordStep"
    },
    {
     "$ref": "#/$defs/repeatStep"
    },
    {
     "$ref": "#/$defs/whileStep"
    },
    {
     "$ref": "#/$defs/forEachStep"
    },
    {
     "$ref": "#/$defs/ifStep"
    },
    {
     "$ref": "#/$defs/parallelStep"
    },
    {
     "$ref": "#/$defs/pollStep"
    },
    {
     "$ref": "#/$defs/graphqlStep"
    },
    {
     "$ref": "#/$defs/sseStep"
    },
    {
     "$ref": "#/$defs/websocketStep"
    },
    {
     "$ref": "#/$defs/logStep"
    },
    {
     "$ref": "#/$defs/failStep"
    },
    {
     "$ref": "#/$defs/abortStep"
    }
   ],
   "title": "a step"
  },
  "branch": {
   "anyOf": [
    {
     "$ref": "#/$defs/requestStep"
    },
    {
     "$ref": "#/$defs/stepsBranch"
    },
    {
     "$ref": "#/$defs/useStep"
    }
   ],
   "title": "a branch"
  },
  "stepsBranch": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "weight": {
     "type": "number",
     "exclusiveMinimum": 0,
     "title": "a number above 0",
     "description": "The weight of this branch; 1 by default.",
     "markdownDescription": "The weight of this branch; 1 by default.",
     "examples": [
      50
     ]
    },
    "steps": {
     "$ref": "#/$defs/steps",
     "description": "The steps.",
     "markdownDescription": "The steps.",
     "examples": [
      [
       {
        "get": "/health"
       },
       {
        "think": "1s"
       }
      ]
     ]
    }
   },
   "required": [
    "steps"
   ],
   "title": "steps"
  },
  "requestStep": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "get": {
     "type": "string",
     "minLength": 1,
     "description": "A GET request: a path on baseUrl, or a whole URL.",
     "markdownDescription": "A GET request: a path on `baseUrl`, or a whole URL.",
     "examples": [
      "/users/${vars.id}"
     ]
    },
    "post": {
     "type": "string",
     "minLength": 1,
     "description": "A POST request: a path on baseUrl, or a whole URL.",
     "markdownDescription": "A POST request: a path on `baseUrl`, or a whole URL.",
     "examples": [
      "/auth/login"
     ]
    },
    "put": {
     "type": "string",
     "minLength": 1,
     "description": "A PUT request: a path on baseUrl, or a whole URL.",
     "markdownDescription": "A PUT request: a path on `baseUrl`, or a whole URL.",
     "examples": [
      "/users/${vars.id}"
     ]
    },
    "patch": {
     "type": "string",
     "minLength": 1,
     "description": "A PATCH request: a path on baseUrl, or a whole URL.",
     "markdownDescription": "A PATCH request: a path on `baseUrl`, or a whole URL.",
     "examples": [
      "/users/${vars.id}"
     ]
    },
    "delete": {
     "type": "string",
     "minLength": 1,
     "description": "A DELETE request: a path on baseUrl, or a whole URL.",
     "markdownDescription": "A DELETE request: a path on `baseUrl`, or a whole URL.",
     "examples": [
      "/users/${vars.id}"
     ]
    },
    "head": {
     "type": "string",
     "minLength": 1,
     "description": "A HEAD request: a path on baseUrl, or a whole URL.",
     "markdownDescription": "A HEAD request: a path on `baseUrl`, or a whole URL.",
     "examples": [
      "/users/${vars.id}"
     ]
    },
    "options": {
     "type": "string",
     "minLength": 1,
     "description": "An OPTIONS request: a path on baseUrl, or a whole URL.",
     "markdownDescription": "An OPTIONS request: a path on `baseUrl`, or a whole URL.",
     "examples": [
      "/users/${vars.id}"
     ]
    },
    "request": {
     "type": "object",
     "additionalProperties": false,
     "properties": {
      "method": {
       "type": "string",
       "pattern": "^[A-Za-z][A-Za-z0-9-]*$",
       "title": "a method such as PROPFIND",
       "description": "The method, in upper case.",
       "markdownDescription": "The method, in upper case.",
       "examples": [
        "PROPFIND"
       ]
      },
      "url": {
       "type": "string",
       "minLength": 1,
       "description": "A path on baseUrl, or a whole URL.",
       "markdownDescription": "A path on `baseUrl`, or a whole URL.",
       "examples": [
        "/files"
       ]
      }
     },
     "required": [
      "method",
      "url"
     ],
     "description": "A request of any other method.",
     "markdownDescription": "A request of any other method.",
     "examples": [
      {
       "method": "PROPFIND",
       "url": "/files"
      }
     ]
    },
    "name": {
     "type": "string",
     "minLength": 1,
     "description": "The request's name in results, and its tag name. By default METHOD /path, with ids folded: GET /users/{id}.",
     "markdownDescription": "The request's name in results, and its tag `name`. By default `METHOD /path`, with ids folded: `GET /users/{id}`.",
     "examples": [
      "me",
      "create order"
     ]
    },
    "query": {
     "type": "object",
     "additionalProperties": {
      "$ref": "#/$defs/scalarOrList"
     },
     "description": "Query parameters; they are escaped. A list gives its parameter once for each item.",
     "markdownDescription": "Query parameters; they are escaped. A list gives its parameter once for each item.",
     "examples": [
      {
       "page": 1,
       "q": "${vars.search}"
      },
      {
       "tag": [
        "new",
        "sale"
       ]
      }
     ]
    },
    "headers": {
     "$ref": "#/$defs/headers",
     "description": "Headers; they override those of http.headers.",
     "markdownDescription": "Headers; they override those of `http.headers`.",
     "examples": [
      {
       "accept": "application/json"
      }
     ]
    },
    "json": {
     "description": "A body as JSON. A value that is one whole ${…} keeps its type.",
     "markdownDescription": "A body as JSON. A value that is one whole `${…}` keeps its type.",
     "examples": [
      {
       "email": "${vars.email}",
       "count": "${vars.n}"
      }
     ],
     "defaultSnippets": [
      {
       "label": "json body",
       "body": {
        "${1:key}": "${2:value}"
       }
      }
     ]
    },
    "form": {
     "type": "object",
     "additionalProperties": {
      "$ref": "#/$defs/scalarOrList"
     },
     "description": "A body as a form (application/x-www-form-urlencoded). A list gives its field once for each item.",
     "markdownDescription": "A body as a form (`application/x-www-form-urlencoded`). A list gives its field once for each item.",
     "examples": [
      {
       "user": "${vars.email}"
      }
     ],
     "defaultSnippets": [
      {
       "label": "form body",
       "body": {
        "${1:key}": "${2:value}"
       }
      }
     ]
    },
    "multipart": {
     "$ref": "#/$defs/multipart",
     "description": "A body as multipart/form-data: each part a value, or a file with file, filename and contentType; or a list of them.",
     "markdownDescription": "A body as `multipart/form-data`: each part a value, or a file with `file`, `filename` and `contentType`; or a list of them.",
     "examples": [
      {
       "title": "Me",
       "picture": {
        "file": "./avatar.png",
        "contentType": "image/png"
       }
      }
     ],
     "defaultSnippets": [
      {
       "label": "a file",
       "body": {
        "${1:file}": {
         "file": "${2:./upload.png}"
        }
       }
      }
     ]
    },
    "body": {
     "type": "string",
     "title": "a text",
     "description": "A body as text.",
     "markdownDescription": "A body as text.",
     "examples": [
      "<order/>"
     ]
    },
    "bodyFile": {
     "type": "string",
     "minLength": 1,
     "description": "A file whose bytes are the body, relative to this file.",
     "markdownDescription": "A file whose bytes are the body, relative to this file.",
     "examples": [
      "./order.xml"
     ]
    },
    "auth": {
     "$ref": "#/$defs/auth",
     "description": "The authorization header: a bearer token, or basic credentials.",
     "markdownDescription": "The `authorization` header: a bearer token, or basic credentials.",
     "examples": [
      {
       "bearer": "${setup.token}"
      }
     ],
     "defaultSnippets": [
      {
       "label": "bearer token",
       "body": {
        "bearer": "\\${${1:setup.token}\\}"
       }
      },
      {
       "label": "basic",
       "body": {
        "basic": {
         "username": "${1:user}",
         "password": "\\${secret.${2:PASSWORD}\\}"
        }
       }
      }
     ]
    },
    "timeout": {
     "$ref": "#/$defs/duration",
     "description": "For the whole request; that of http.timeout by default.",
     "markdownDescription": "For the whole request; that of `http.timeout` by default.",
     "examples": [
      "30s"
     ]
    },
    "redirects": {
     "type": "integer",
     "minimum": 0,
     "title": "a whole number of 0 or more",
     "description": "How many redirects are followed; that of http.redirects by default, 0 follows none.",
     "markdownDescription": "How many redirects are followed; that of `http.redirects` by default, 0 follows none.",
     "examples": [
      0,
      10
     ]
    },
    "expect": {
     "$ref": "#/$defs/expect",
     "description": "What counts as not failed.",
     "markdownDescription": "What counts as not failed.",
     "examples": [
      {
       "status": 200
      }
     ],
     "defaultSnippets": [
      {
       "label": "status",
       "body": {
        "status": "${1:200}"
       }
      }
     ]
    },
    "check": {
     "type": "object",
     "additionalProperties": {
      "type": [
       "string",
       "boolean",
       "number"
      ],
      "title": "an expression"
     },
     "minProperties": 1,
     "description": "Named expressions that count in checks and never stop the iteration.",
     "markdownDescription": "Named expressions that count in `checks` and never stop the iteration.",
     "examples": [
      {
       "has a token": "json.token != \"\""
      }
     ],
     "defaultSnippets": [
      {
       "label": "check",
       "body": {
        "${1:name}": "${2:status == 200}"
       }
      }
     ]
    },
    "capture": {
     "type": "object",
     "additionalProperties": {
      "type": [
       "string",
       "boolean",
       "number"
      ],
      "title": "an expression"
     },
     "minProperties": 1,
     "description": "Values taken from the response, by name. A capture that finds nothing is an error of its iteration.",
     "markdownDescription": "Values taken from the response, by name. A capture that finds nothing is an error of its iteration.",
     "examples": [
      {
       "token": "json.access_token"
      }
     ],
     "defaultSnippets": [
      {
       "label": "capture",
       "body": {
        "${1:token}": "${2:json.access_token}"
       }
      }
     ]
    },
    "record": {
     "type": "object",
     "additionalProperties": {
      "type": [
       "string",
       "boolean",
       "number"
      ],
      "title": "an expression"
     },
     "minProperties": 1,
     "description": "Adds to custom metrics.",
     "markdownDescription": "Adds to custom metrics.",
     "examples": [
      {
       "auth_latency": "response.timings.duration"
      }
     ]
    },
    "tags": {
     "$ref": "#/$defs/tags",
     "description": "Tags on this request's samples. A value may hold ${…}; beyond 100 different values they count as (other).",
     "markdownDescription": "Tags on this request's samples. A value may hold `${…}`; beyond 100 different values they count as `(other)`.",
     "examples": [
      {
       "kind": "read"
      }
     ]
    },
    "if": {
     "type": [
      "string",
      "boolean",
      "number"
     ],
     "title": "an expression",
     "description": "The request is made only where this is true.",
     "markdownDescription": "The request is made only where this is true.",
     "examples": [
      "vars.admin"
     ]
    },
    "retry": {
     "$ref": "#/$defs/retry",
     "description": "Sends the request again when it fails; every attempt is a request in the metrics, and retries counts those after the first.",
     "markdownDescription": "Sends the request again when it fails; every attempt is a request in the metrics, and `retries` counts those after the first.",
     "examples": [
      {
       "max": 3,
       "on": [
        "5xx",
        "timeout"
       ],
       "backoff": "200ms"
      }
     ],
     "defaultSnippets": [
      {
       "label": "retry",
       "body": {
        "max": "${1:3}",
        "on": [
         "5xx",
         "timeout"
        ],
        "backoff": "${2:200ms}"
       }
      }
     ]
    },
    "weight": {
     "type": "number",
     "exclusiveMinimum": 0,
     "title": "a number above 0",
     "description": "In choose: the weight of this branch; 1 by default.",
     "markdownDescription": "In `choose`: the weight of this branch; 1 by default.",
     "examples": [
      30
     ]
    }
   },
   "oneOf": [
    {
     "required": [
      "get"
     ]
    },
    {
     "required": [
      "post"
     ]
    },
    {
     "required": [
      "put"
     ]
    },
    {
     "required": [
      "patch"
     ]
    },
    {
     "required": [
      "delete"
     ]
    },
    {
     "required": [
      "head"
     ]
    },
    {
     "required": [
      "options"
     ]
    },
    {
     "required": [
      "request"
     ]
    }
   ],
   "title": "a request",
   "defaultSnippets": [
    {
     "label": "get",
     "body": {
      "get": "${1:/path}"
     }
    },
    {
     "label": "post json",
     "body": {
      "post": "${1:/path}",
      "json": {
       "${2:key}": "${3:value}"
      }
     }
    }
   ]
  },
  "thinkStep": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "think": {
     "$ref": "#/$defs/think",
     "description": "A pause: 1s, or { min: 1s, max: 3s } (uniform), or { mean: 2s, sd: 500ms } (normal).",
     "markdownDescription": "A pause: `1s`, or `{ min: 1s, max: 3s }` (uniform), or `{ mean: 2s, sd: 500ms }` (normal).",
     "examples": [
      "1s",
      {
       "min": "1s",
       "max": "3s"
      },
      {
       "mean": "2s",
       "sd": "500ms"
      }
     ],
     "defaultSnippets": [
      {
       "label": "fixed",
       "body": "${1:1s}"
      },
      {
       "label": "uniform",
       "body": {
        "min": "${1:1s}",
        "max": "${2:3s}"
       }
      },
      {
       "label": "normal",
       "body": {
        "mean": "${1:2s}",
        "sd": "${2:500ms}"
       }
      }
     ]
    }
   },
   "required": [
    "think"
   ],
   "title": "a pause",
   "description": "A pause; not part of any request metric."
  },
  "setStep": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "set": {
     "type": "object",
     "additionalProperties": {},
     "minProperties": 1,
     "description": "Variables of this iteration.",
     "markdownDescription": "Variables of this iteration.",
     "examples": [
      {
       "orderId": "${uuid()}"
      }
     ]
    }
   },
   "required": [
    "set"
   ],
   "title": "set",
   "description": "Sets variables of the iteration."
  },
  "chooseStep": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "choose": {
     "type": "array",
     "items": {
      "$ref": "#/$defs/branch"
     },
     "minItems": 1,
     "description": "One branch per pass, by weight (Locust's @task): requests with a weight, or steps with a weight.",
     "markdownDescription": "One branch per pass, by weight (Locust's `@task`): requests with a `weight`, or `steps` with a `weight`.",
     "examples": [
      [
       {
        "weight": 70,
        "get": "/products"
       },
       {
        "weight": 30,
        "get": "/cart"
       }
      ]
     ],
     "defaultSnippets": [
      {
       "label": "weighted requests",
       "body": [
        {
         "weight": "${1:70}",
         "get": "${2:/a}"
        },
        {
         "weight": "${3:30}",
         "get": "${4:/b}"
        }
       ]
      }
     ]
    },
    "exact": {
     "type": "boolean",
     "description": "Deals the branches like cards, so that the mix is exact and not only likely.",
     "markdownDescription": "Deals the branches like cards, so that the mix is exact and not only likely.",
     "examples": [
      true
     ]
    }
   },
   "required": [
    "choose"
   ],
   "title": "choose",
   "description": "One branch per pass, by weight."
  },
  "groupStep": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "group": {
     "type": "string",
     "minLength": 1,
     "description": "The group's name: the tag group of its requests, and group_duration.",
     "markdownDescription": "The group's name: the tag `group` of its requests, and `group_duration`.",
     "examples": [
      "checkout"
     ]
    },
    "steps": {
     "$ref": "#/$defs/steps",
     "description": "The steps.",
     "markdownDescription": "The steps.",
     "examples": [
      [
       {
        "get": "/health"
       },
       {
        "think": "1s"
       }
      ]
     ]
    }
   },
   "required": [
    "group",
    "steps"
   ],
   "title": "a group",
   "description": "A named group of steps: tag group and metric group_duration."
  },
  "useStep": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "use": {
     "type": "string",
     "minLength": 1,
     "description": "The name of a flow of flows: whose steps stand here.",
     "markdownDescription": "The name of a flow of `flows:` whose steps stand here.",
     "examples": [
      "browse"
     ]
    },
    "weight": {
     "type": "number",
     "exclusiveMinimum": 0,
     "title": "a number above 0",
     "description": "In choose: the weight of this branch; 1 by default.",
     "markdownDescription": "In `choose`: the weight of this branch; 1 by default.",
     "examples": [
      30
     ]
    }
   },
   "required": [
    "use"
   ],
   "title": "use",
   "description": "The steps of a flow."
  },
  "recordStep": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "record": {
     "type": "object",
     "additionalProperties": {
      "type": [
       "string",
       "boolean",
       "number"
      ],
      "title": "an expression"
     },
     "minProperties": 1,
     "description": "Adds to custom metrics: expressions by metric.",
     "markdownDescription": "Adds to custom metrics: expressions by metric.",
     "examples": [
      {
       "queue_length": "response.json.queued"
      }
     ]
    }
   },
   "required": [
    "record"
   ],
   "title": "record",
   "description": "Adds to custom metrics."
  },
  "repeatStep": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "repeat": {
     "type": [
      "string",
      "boolean",
      "number"
     ],
     "title": "an expression",
     "description": "How many times the steps are run: a whole number, or an expression that gives one.",
     "markdownDescription": "How many times the steps are run: a whole number, or an expression that gives one.",
     "examples": [
      3,
      "vars.pages"
     ]
    },
    "steps": {
     "$ref": "#/$defs/steps",
     "description": "The steps.",
     "markdownDescription": "The steps.",
     "examples": [
      [
       {
        "get": "/health"
       },
       {
        "think": "1s"
       }
      ]
     ]
    }
   },
   "required": [
    "repeat",
    "steps"
   ],
   "title": "repeat",
   "description": "Repeats steps.",
   "defaultSnippets": [
    {
     "label": "repeat",
     "body": {
      "repeat": "${1:3}",
      "steps": [
       {
        "get": "${2:/path}"
       }
      ]
     }
    }
   ]
  },
  "whileStep": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "while": {
     "type": [
      "string",
      "boolean",
      "number"
     ],
     "title": "an expression",
     "description": "The steps are repeated as long as this is true; it is worked out before each pass.",
     "markdownDescription": "The steps are repeated as long as this is true; it is worked out before each pass.",
     "examples": [
      "page < 5"
     ]
    },
    "limit": {
     "type": "integer",
     "minimum": 1,
     "title": "a whole number of 1 or more",
     "description": "The most passes; 10,000 by default. More of them end the iteration with an error.",
     "markdownDescription": "The most passes; 10,000 by default. More of them end the iteration with an error.",
     "examples": [
      100
     ]
    },
    "steps": {
     "$ref": "#/$defs/steps",
     "description": "The steps.",
     "markdownDescription": "The steps.",
     "examples": [
      [
       {
        "get": "/health"
       },
       {
        "think": "1s"
       }
      ]
     ]
    }
   },
   "required": [
    "while",
    "steps"
   ],
   "title": "while",
   "description": "Repeats steps as long as something is true.",
   "defaultSnippets": [
    {
     "label": "while",
     "body": {
      "while": "${1:page < 5}",
      "steps": [
       {
        "get": "${2:/path}"
       }
      ]
     }
    }
   ]
  },
  "forEachStep": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "forEach": {
     "anyOf": [
      {
       "type": [
        "string",
        "boolean",
        "number"
       ],
       "title": "an expression"
      },
      {
       "type": "array",
       "items": {},
       "title": "a list"
      }
     ],
     "description": "The steps are run for each item of this list: an expression that gives one, or the items themselves.",
     "markdownDescription": "The steps are run for each item of this list: an expression that gives one, or the items themselves.",
     "examples": [
      "setup.ids",
      [
       "shoes",
       "hats"
      ]
     ]
    },
    "as": {
     "type": "string",
     "pattern": "^[A-Za-z_][A-Za-z0-9_]*$",
     "title": "a name of letters, digits and _",
     "description": "The name under which each pass sees its item; item by default.",
     "markdownDescription": "The name under which each pass sees its item; `item` by default.",
     "examples": [
      "id"
     ]
    },
    "limit": {
     "type": "integer",
     "minimum": 1,
     "title": "a whole number of 1 or more",
     "description": "The most items; 10,000 by default. A longer list ends the iteration with an error.",
     "markdownDescription": "The most items; 10,000 by default. A longer list ends the iteration with an error.",
     "examples": [
      100
     ]
    },
    "steps": {
     "$ref": "#/$defs/steps",
     "description": "The steps.",
     "markdownDescription": "The steps.",
     "examples": [
      [
       {
        "get": "/health"
       },
       {
        "think": "1s"
       }
      ]
     ]
    }
   },
   "required": [
    "forEach",
    "steps"
   ],
   "title": "forEach",
   "description": "Runs steps for each item of a list.",
   "defaultSnippets": [
    {
     "label": "forEach",
     "body": {
      "forEach": "${1:setup.ids}",
      "as": "${2:id}",
      "steps": [
       {
        "get": "/${3:items}/\\${${2:id}\\}"
       }
      ]
     }
    }
   ]
  },
  "ifStep": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "if": {
     "type": [
      "string",
      "boolean",
      "number"
     ],
     "title": "an expression",
     "description": "Decides between then and else.",
     "markdownDescription": "Decides between `then` and `else`.",
     "examples": [
      "vars.admin"
     ]
    },
    "then": {
     "$ref": "#/$defs/steps",
     "description": "Steps where it is true.",
     "markdownDescription": "Steps where it is true.",
     "examples": [
      [
       {
        "get": "/admin"
       }
      ]
     ]
    },
    "else": {
     "$ref": "#/$defs/steps",
     "description": "Steps where it is not.",
     "markdownDescription": "Steps where it is not.",
     "examples": [
      [
       {
        "get": "/"
       }
      ]
     ]
    }
   },
   "required": [
    "if",
    "then"
   ],
   "title": "if",
   "description": "One of two lists of steps.",
   "defaultSnippets": [
    {
     "label": "if",
     "body": {
      "if": "${1:response.status == 200}",
      "then": [
       {
        "get": "${2:/path}"
       }
      ]
     }
    }
   ]
  },
  "parallelStep": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "parallel": {
     "type": "array",
     "items": {
      "$ref": "#/$defs/requestStep"
     },
     "minItems": 1,
     "description": "Requests that are made side by side (k6's batch). What one captures the others don't see; the steps that follow do.",
     "markdownDescription": "Requests that are made side by side (k6's batch). What one captures the others don't see; the steps that follow do.",
     "examples": [
      [
       {
        "get": "/a"
       },
       {
        "get": "/b"
       }
      ]
     ],
     "defaultSnippets": [
      {
       "label": "two requests",
       "body": [
        {
         "get": "${1:/a}"
        },
        {
         "get": "${2:/b}"
        }
       ]
      }
     ]
    },
    "connections": {
     "type": "integer",
     "minimum": 1,
     "title": "a whole number of 1 or more",
     "description": "The most connections at a time; 6 by default.",
     "markdownDescription": "The most connections at a time; 6 by default.",
     "examples": [
      6
     ]
    }
   },
   "required": [
    "parallel"
   ],
   "title": "parallel",
   "description": "Requests side by side.",
   "defaultSnippets": [
    {
     "label": "parallel",
     "body": {
      "parallel": [
       {
        "get": "${1:/a}"
       },
       {
        "get": "${2:/b}"
       }
      ]
     }
    }
   ]
  },
  "pollStep": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "poll": {
     "$ref": "#/$defs/poll",
     "description": "Repeats a request until until holds, and records poll_duration. Every try is a request in the metrics.",
     "markdownDescription": "Repeats a request until `until` holds, and records `poll_duration`. Every try is a request in the metrics.",
     "examples": [
      {
       "get": "/jobs/${jobId}",
       "until": "json.done",
       "every": "1s",
       "timeout": "30s"
      }
     ],
     "defaultSnippets": [
      {
       "label": "poll",
       "body": {
        "get": "${1:/jobs/\\${jobId\\}}",
        "until": "${2:json.done}",
        "every": "${3:1s}",
        "timeout": "${4:30s}"
       }
      }
     ]
    }
   },
   "required": [
    "poll"
   ],
   "title": "poll",
   "description": "Repeats a request until something holds.",
   "defaultSnippets": [
    {
     "label": "poll",
     "body": {
      "poll": {
       "get": "${1:/jobs/\\${jobId\\}}",
       "until": "${2:json.done}",
       "every": "${3:1s}",
       "timeout": "${4:30s}"
      }
     }
    }
   ]
  },
  "graphqlStep": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "graphql": {
     "$ref": "#/$defs/graphql",
     "description": "A GraphQL request, sent by POST as JSON; a non-empty errors list in the answer is a failure.",
     "markdownDescription": "A GraphQL request, sent by POST as JSON; a non-empty `errors` list in the answer is a failure.",
     "examples": [
      {
       "url": "/graphql",
       "query": "query Me { me { id } }"
      }
     ],
     "defaultSnippets": [
      {
       "label": "graphql",
       "body": {
        "url": "${1:/graphql}",
        "query": "${2:query Me { me { id \\} \\}}"
       }
      }
     ]
    }
   },
   "required": [
    "graphql"
   ],
   "title": "graphql",
   "description": "A GraphQL request.",
   "defaultSnippets": [
    {
     "label": "graphql",
     "body": {
      "graphql": {
       "url": "${1:/graphql}",
       "query": "${2:query Me { me { id \\} \\}}"
      }
     }
    }
   ]
  },
  "sseStep": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "sse": {
     "$ref": "#/$defs/sse",
     "description": "Reads an event stream (server-sent events) and times its first event and the gaps: sse_first_event, sse_event_gap. What came is events in the steps that follow.",
     "markdownDescription": "Reads an event stream (server-sent events) and times its first event and the gaps: `sse_first_event`, `sse_event_gap`. What came is `events` in the steps that follow.",
     "examples": [
      {
       "url": "/events",
       "maxEvents": 10
      }
     ],
     "defaultSnippets": [
      {
       "label": "event stream",
       "body": {
        "url": "${1:/events}",
        "until": "${2:event.data == \"[DONE]\"}"
       }
      }
     ]
    }
   },
   "required": [
    "sse"
   ],
   "title": "sse",
   "description": "Reads an event stream.",
   "defaultSnippets": [
    {
     "label": "sse",
     "body": {
      "sse": {
       "url": "${1:/events}",
       "until": "${2:event.data == \"[DONE]\"}"
      }
     }
    }
   ]
  },
  "websocketStep": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "websocket": {
     "$ref": "#/$defs/websocket",
     "description": "A WebSocket session, with k6's ws_ metrics. What came is messages in the steps that follow.",
     "markdownDescription": "A WebSocket session, with k6's `ws_` metrics. What came is `messages` in the steps that follow.",
     "examples": [
      {
       "url": "/socket",
       "send": "ping",
       "expect": "message == \"pong\""
      }
     ],
     "defaultSnippets": [
      {
       "label": "websocket",
       "body": {
        "url": "${1:/socket}",
        "send": "${2:ping}",
        "expect": "${3:message == \"pong\"}"
       }
      }
     ]
    }
   },
   "required": [
    "websocket"
   ],
   "title": "websocket",
   "description": "A WebSocket session.",
   "defaultSnippets": [
    {
     "label": "websocket",
     "body": {
      "websocket": {
       "url": "${1:/socket}",
       "send": "${2:ping}",
       "expect": "${3:message == \"pong\"}"
      }
     }
    }
   ]
  },
  "logStep": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "log": {
     "type": "string",
     "minLength": 1,
     "description": "Text for the run's log.",
     "markdownDescription": "Text for the run's log.",
     "examples": [
      "order ${orderId}"
     ]
    }
   },
   "required": [
    "log"
   ],
   "title": "log",
   "description": "Writes to the run's log.",
   "defaultSnippets": [
    {
     "label": "log",
     "body": {
      "log": "${1:text}"
     }
    }
   ]
  },
  "failStep": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "fail": {
     "type": "string",
     "minLength": 1,
     "description": "Ends the iteration as failed, with this reason.",
     "markdownDescription": "Ends the iteration as failed, with this reason.",
     "examples": [
      "no stock"
     ]
    }
   },
   "required": [
    "fail"
   ],
   "title": "fail",
   "description": "Ends the iteration as failed.",
   "defaultSnippets": [
    {
     "label": "fail",
     "body": {
      "fail": "${1:reason}"
     }
    }
   ]
  },
  "abortStep": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "abort": {
     "type": "string",
     "minLength": 1,
     "description": "Ends the run with exit code 108, with this reason.",
     "markdownDescription": "Ends the run with exit code 108, with this reason.",
     "examples": [
      "wrong environment"
     ]
    }
   },
   "required": [
    "abort"
   ],
   "title": "abort",
   "description": "Ends the run.",
   "defaultSnippets": [
    {
     "label": "abort",
     "body": {
      "abort": "${1:reason}"
     }
    }
   ]
  },
  "scalarOrList": {
   "anyOf": [
    {
     "type": [
      "string",
      "number",
      "boolean"
     ],
     "title": "a text, a number, or true or false"
    },
    {
     "type": "array",
     "items": {
      "type": [
       "string",
       "number",
       "boolean"
      ],
      "title": "a text, a number, or true or false"
     },
     "title": "a list of them"
    }
   ]
  },
  "multipart": {
   "type": "object",
   "additionalProperties": {
    "anyOf": [
     {
      "$ref": "#/$defs/multipartPart"
     },
     {
      "type": "array",
      "items": {
       "$ref": "#/$defs/multipartPart"
      },
      "minItems": 1,
      "title": "a list of them"
     }
    ]
   },
   "minProperties": 1
  },
  "multipartPart": {
   "anyOf": [
    {
     "type": [
      "string",
      "number",
      "boolean"
     ],
     "title": "a text, a number, or true or false"
    },
    {
     "$ref": "#/$defs/multipartFile"
    }
   ]
  },
  "multipartFile": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "file": {
     "type": "string",
     "minLength": 1,
     "description": "The file whose bytes are sent, relative to this file.",
     "markdownDescription": "The file whose bytes are sent, relative to this file.",
     "examples": [
      "./avatar.png"
     ]
    },
    "filename": {
     "type": "string",
     "minLength": 1,
     "description": "The name under which the receiver sees it; by default the last part of file.",
     "markdownDescription": "The name under which the receiver sees it; by default the last part of `file`.",
     "examples": [
      "avatar.png"
     ]
    },
    "contentType": {
     "type": "string",
     "minLength": 1,
     "description": "The part's media type; by default from the file's ending, else application/octet-stream.",
     "markdownDescription": "The part's media type; by default from the file's ending, else `application/octet-stream`.",
     "examples": [
      "image/png"
     ]
    }
   },
   "required": [
    "file"
   ],
   "title": "a map with `file`"
  },
  "retryCause": {
   "anyOf": [
    {
     "$ref": "#/$defs/status"
    },
    {
     "type": "string",
     "enum": [
      "timeout",
      "connect",
      "reset",
      "dns",
      "tls",
      "protocol",
      "expectation"
     ],
     "title": "a kind of error such as timeout"
    }
   ]
  },
  "retry": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "max": {
     "type": "integer",
     "minimum": 1,
     "title": "a whole number of 1 or more",
     "description": "The most attempts after the first; 3 by default.",
     "markdownDescription": "The most attempts after the first; 3 by default.",
     "examples": [
      3
     ]
    },
    "on": {
     "anyOf": [
      {
       "$ref": "#/$defs/retryCause"
      },
      {
       "type": "array",
       "items": {
        "$ref": "#/$defs/retryCause"
       },
       "minItems": 1,
       "title": "a list of them"
      }
     ],
     "description": "What is tried again: statuses (503, 5xx) and kinds of error (timeout, connect, reset, dns, tls, protocol, expectation). By default 5xx, timeout, connect and reset.",
     "markdownDescription": "What is tried again: statuses (`503`, `5xx`) and kinds of error (`timeout`, `connect`, `reset`, `dns`, `tls`, `protocol`, `expectation`). By default `5xx`, `timeout`, `connect` and `reset`.",
     "examples": [
      [
       "5xx",
       "timeout"
      ],
      503
     ],
     "defaultSnippets": [
      {
       "label": "server errors and timeouts",
       "body": [
        "5xx",
        "timeout"
       ]
      }
     ]
    },
    "backoff": {
     "$ref": "#/$defs/duration",
     "description": "The pause before the first retry; it doubles each time. 1s by default.",
     "markdownDescription": "The pause before the first retry; it doubles each time. `1s` by default.",
     "examples": [
      "200ms"
     ]
    }
   }
  },
  "poll": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "get": {
     "type": "string",
     "minLength": 1,
     "description": "A GET request: a path on baseUrl, or a whole URL.",
     "markdownDescription": "A GET request: a path on `baseUrl`, or a whole URL.",
     "examples": [
      "/users/${vars.id}"
     ]
    },
    "post": {
     "type": "string",
     "minLength": 1,
     "description": "A POST request: a path on baseUrl, or a whole URL.",
     "markdownDescription": "A POST request: a path on `baseUrl`, or a whole URL.",
     "examples": [
      "/auth/login"
     ]
    },
    "put": {
     "type": "string",
     "minLength": 1,
     "description": "A PUT request: a path on baseUrl, or a whole URL.",
     "markdownDescription": "A PUT request: a path on `baseUrl`, or a whole URL.",
     "examples": [
      "/users/${vars.id}"
     ]
    },
    "patch": {
     "type": "string",
     "minLength": 1,
     "description": "A PATCH request: a path on baseUrl, or a whole URL.",
     "markdownDescription": "A PATCH request: a path on `baseUrl`, or a whole URL.",
     "examples": [
      "/users/${vars.id}"
     ]
    },
    "delete": {
     "type": "string",
     "minLength": 1,
     "description": "A DELETE request: a path on baseUrl, or a whole URL.",
     "markdownDescription": "A DELETE request: a path on `baseUrl`, or a whole URL.",
     "examples": [
      "/users/${vars.id}"
     ]
    },
    "head": {
     "type": "string",
     "minLength": 1,
     "description": "A HEAD request: a path on baseUrl, or a whole URL.",
     "markdownDescription": "A HEAD request: a path on `baseUrl`, or a whole URL.",
     "examples": [
      "/users/${vars.id}"
     ]
    },
    "options": {
     "type": "string",
     "minLength": 1,
     "description": "An OPTIONS request: a path on baseUrl, or a whole URL.",
     "markdownDescription": "An OPTIONS request: a path on `baseUrl`, or a whole URL.",
     "examples": [
      "/users/${vars.id}"
     ]
    },
    "request": {
     "type": "object",
     "additionalProperties": false,
     "properties": {
      "method": {
       "type": "string",
       "pattern": "^[A-Za-z][A-Za-z0-9-]*$",
       "title": "a method such as PROPFIND",
       "description": "The method, in upper case.",
       "markdownDescription": "The method, in upper case.",
       "examples": [
        "PROPFIND"
       ]
      },
      "url": {
       "type": "string",
       "minLength": 1,
       "description": "A path on baseUrl, or a whole URL.",
       "markdownDescription": "A path on `baseUrl`, or a whole URL.",
       "examples": [
        "/files"
       ]
      }
     },
     "required": [
      "method",
      "url"
     ],
     "description": "A request of any other method.",
     "markdownDescription": "A request of any other method.",
     "examples": [
      {
       "method": "PROPFIND",
       "url": "/files"
      }
     ]
    },
    "until": {
     "type": [
      "string",
      "boolean",
      "number"
     ],
     "title": "an expression",
     "description": "Ends the poll: an expression over the answer, as in check.",
     "markdownDescription": "Ends the poll: an expression over the answer, as in `check`.",
     "examples": [
      "json.state == \"done\""
     ]
    },
    "every": {
     "$ref": "#/$defs/duration",
     "description": "From the start of one try to the start of the next; 1s by default.",
     "markdownDescription": "From the start of one try to the start of the next; `1s` by default.",
     "examples": [
      "1s"
     ]
    },
    "timeout": {
     "$ref": "#/$defs/duration",
     "description": "From the first try; when it is over, the poll has failed. 30s by default.",
     "markdownDescription": "From the first try; when it is over, the poll has failed. `30s` by default.",
     "examples": [
      "30s"
     ]
    },
    "name": {
     "type": "string",
     "minLength": 1,
     "description": "The request's name in results, and its tag name. By default METHOD /path, with ids folded: GET /users/{id}.",
     "markdownDescription": "The request's name in results, and its tag `name`. By default `METHOD /path`, with ids folded: `GET /users/{id}`.",
     "examples": [
      "me",
      "create order"
     ]
    },
    "query": {
     "type": "object",
     "additionalProperties": {
      "$ref": "#/$defs/scalarOrList"
     },
     "description": "Query parameters; they are escaped. A list gives its parameter once for each item.",
     "markdownDescription": "Query parameters; they are escaped. A list gives its parameter once for each item.",
     "examples": [
      {
       "page": 1,
       "q": "${vars.search}"
      },
      {
       "tag": [
        "new",
        "sale"
       ]
      }
     ]
    },
    "headers": {
     "$ref": "#/$defs/headers",
     "description": "Headers; they override those of http.headers.",
     "markdownDescription": "Headers; they override those of `http.headers`.",
     "examples": [
      {
       "accept": "application/json"
      }
     ]
    },
    "json": {
     "description": "A body as JSON. A value that is one whole ${…} keeps its type.",
     "markdownDescription": "A body as JSON. A value that is one whole `${…}` keeps its type.",
     "examples": [
      {
       "email": "${vars.email}",
       "count": "${vars.n}"
      }
     ],
     "defaultSnippets": [
      {
       "label": "json body",
       "body": {
        "${1:key}": "${2:value}"
       }
      }
     ]
    },
    "form": {
     "type": "object",
     "additionalProperties": {
      "$ref": "#/$defs/scalarOrList"
     },
     "description": "A body as a form (application/x-www-form-urlencoded). A list gives its field once for each item.",
     "markdownDescription": "A body as a form (`application/x-www-form-urlencoded`). A list gives its field once for each item.",
     "examples": [
      {
       "user": "${vars.email}"
      }
     ],
     "defaultSnippets": [
      {
       "label": "form body",
       "body": {
        "${1:key}": "${2:value}"
       }
      }
     ]
    },
    "multipart": {
     "$ref": "#/$defs/multipart",
     "description": "A body as multipart/form-data: each part a value, or a file with file, filename and contentType; or a list of them.",
     "markdownDescription": "A body as `multipart/form-data`: each part a value, or a file with `file`, `filename` and `contentType`; or a list of them.",
     "examples": [
      {
       "title": "Me",
       "picture": {
        "file": "./avatar.png",
        "contentType": "image/png"
       }
      }
     ],
     "defaultSnippets": [
      {
       "label": "a file",
       "body": {
        "${1:file}": {
         "file": "${2:./upload.png}"
        }
       }
      }
     ]
    },
    "body": {
     "type": "string",
     "title": "a text",
     "description": "A body as text.",
     "markdownDescription": "A body as text.",
     "examples": [
      "<order/>"
     ]
    },
    "bodyFile": {
     "type": "string",
     "minLength": 1,
     "description": "A file whose bytes are the body, relative to this file.",
     "markdownDescription": "A file whose bytes are the body, relative to this file.",
     "examples": [
      "./order.xml"
     ]
    },
    "auth": {
     "$ref": "#/$defs/auth",
     "description": "The authorization header: a bearer token, or basic credentials.",
     "markdownDescription": "The `authorization` header: a bearer token, or basic credentials.",
     "examples": [
      {
       "bearer": "${setup.token}"
      }
     ],
     "defaultSnippets": [
      {
       "label": "bearer token",
       "body": {
        "bearer": "\\${${1:setup.token}\\}"
       }
      },
      {
       "label": "basic",
       "body": {
        "basic": {
         "username": "${1:user}",
         "password": "\\${secret.${2:PASSWORD}\\}"
        }
       }
      }
     ]
    },
    "redirects": {
     "type": "integer",
     "minimum": 0,
     "title": "a whole number of 0 or more",
     "description": "How many redirects are followed; that of http.redirects by default, 0 follows none.",
     "markdownDescription": "How many redirects are followed; that of `http.redirects` by default, 0 follows none.",
     "examples": [
      0,
      10
     ]
    },
    "expect": {
     "$ref": "#/$defs/expect",
     "description": "What counts as not failed.",
     "markdownDescription": "What counts as not failed.",
     "examples": [
      {
       "status": 200
      }
     ],
     "defaultSnippets": [
      {
       "label": "status",
       "body": {
        "status": "${1:200}"
       }
      }
     ]
    },
    "check": {
     "type": "object",
     "additionalProperties": {
      "type": [
       "string",
       "boolean",
       "number"
      ],
      "title": "an expression"
     },
     "minProperties": 1,
     "description": "Named expressions over the answer that ended the poll; they count in checks and never stop the iteration.",
     "markdownDescription": "Named expressions over the answer that ended the poll; they count in `checks` and never stop the iteration.",
     "examples": [
      {
       "has a token": "json.token != \"\""
      }
     ],
     "defaultSnippets": [
      {
       "label": "check",
       "body": {
        "${1:name}": "${2:status == 200}"
       }
      }
     ]
    },
    "capture": {
     "type": "object",
     "additionalProperties": {
      "type": [
       "string",
       "boolean",
       "number"
      ],
      "title": "an expression"
     },
     "minProperties": 1,
     "description": "Values taken from the answer that ended the poll, by name.",
     "markdownDescription": "Values taken from the answer that ended the poll, by name.",
     "examples": [
      {
       "token": "json.access_token"
      }
     ],
     "defaultSnippets": [
      {
       "label": "capture",
       "body": {
        "${1:token}": "${2:json.access_token}"
       }
      }
     ]
    },
    "record": {
     "type": "object",
     "additionalProperties": {
      "type": [
       "string",
       "boolean",
       "number"
      ],
      "title": "an expression"
     },
     "minProperties": 1,
     "description": "Adds to custom metrics.",
     "markdownDescription": "Adds to custom metrics.",
     "examples": [
      {
       "auth_latency": "response.timings.duration"
      }
     ]
    },
    "tags": {
     "$ref": "#/$defs/tags",
     "description": "Tags on this request's samples. A value may hold ${…}; beyond 100 different values they count as (other).",
     "markdownDescription": "Tags on this request's samples. A value may hold `${…}`; beyond 100 different values they count as `(other)`.",
     "examples": [
      {
       "kind": "read"
      }
     ]
    },
    "if": {
     "type": [
      "string",
      "boolean",
      "number"
     ],
     "title": "an expression",
     "description": "The poll is done only where this is true.",
     "markdownDescription": "The poll is done only where this is true.",
     "examples": [
      "vars.admin"
     ]
    }
   },
   "required": [
    "until"
   ],
   "oneOf": [
    {
     "required": [
      "get"
     ]
    },
    {
     "required": [
      "post"
     ]
    },
    {
     "required": [
      "put"
     ]
    },
    {
     "required": [
      "patch"
     ]
    },
    {
     "required": [
      "delete"
     ]
    },
    {
     "required": [
      "head"
     ]
    },
    {
     "required": [
      "options"
     ]
    },
    {
     "required": [
      "request"
     ]
    }
   ],
   "title": "a poll"
  },
  "graphql": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "url": {
     "type": "string",
     "minLength": 1,
     "description": "A path on baseUrl, or a whole URL.",
     "markdownDescription": "A path on `baseUrl`, or a whole URL.",
     "examples": [
      "/graphql"
     ]
    },
    "query": {
     "type": "string",
     "minLength": 1,
     "description": "The query or mutation.",
     "markdownDescription": "The query or mutation.",
     "examples": [
      "query Me { me { id } }"
     ],
     "defaultSnippets": [
      {
       "label": "query",
       "body": "query ${1:Name} { ${2:me} { id } }"
      }
     ]
    },
    "variables": {
     "type": "object",
     "additionalProperties": {},
     "description": "Its variables. A value that is one whole ${…} keeps its type.",
     "markdownDescription": "Its variables. A value that is one whole `${…}` keeps its type.",
     "examples": [
      {
       "id": 1
      }
     ]
    },
    "name": {
     "type": "string",
     "minLength": 1,
     "description": "The request's name in results, and its tag name. By default POST /path and the operation's name: POST /graphql Me.",
     "markdownDescription": "The request's name in results, and its tag `name`. By default `POST /path` and the operation's name: `POST /graphql Me`.",
     "examples": [
      "me"
     ]
    },
    "headers": {
     "$ref": "#/$defs/headers",
     "description": "Headers; they override those of http.headers.",
     "markdownDescription": "Headers; they override those of `http.headers`.",
     "examples": [
      {
       "accept": "application/json"
      }
     ]
    },
    "auth": {
     "$ref": "#/$defs/auth",
     "description": "The authorization header: a bearer token, or basic credentials.",
     "markdownDescription": "The `authorization` header: a bearer token, or basic credentials.",
     "examples": [
      {
       "bearer": "${setup.token}"
      }
     ],
     "defaultSnippets": [
      {
       "label": "bearer token",
       "body": {
        "bearer": "\\${${1:setup.token}\\}"
       }
      },
      {
       "label": "basic",
       "body": {
        "basic": {
         "username": "${1:user}",
         "password": "\\${secret.${2:PASSWORD}\\}"
        }
       }
      }
     ]
    },
    "timeout": {
     "$ref": "#/$defs/duration",
     "description": "For the whole request; that of http.timeout by default.",
     "markdownDescription": "For the whole request; that of `http.timeout` by default.",
     "examples": [
      "30s"
     ]
    },
    "redirects": {
     "type": "integer",
     "minimum": 0,
     "title": "a whole number of 0 or more",
     "description": "How many redirects are followed; that of http.redirects by default, 0 follows none.",
     "markdownDescription": "How many redirects are followed; that of `http.redirects` by default, 0 follows none.",
     "examples": [
      0,
      10
     ]
    },
    "expect": {
     "$ref": "#/$defs/expect",
     "description": "What counts as not failed.",
     "markdownDescription": "What counts as not failed.",
     "examples": [
      {
       "status": 200
      }
     ],
     "defaultSnippets": [
      {
       "label": "status",
       "body": {
        "status": "${1:200}"
       }
      }
     ]
    },
    "check": {
     "type": "object",
     "additionalProperties": {
      "type": [
       "string",
       "boolean",
       "number"
      ],
      "title": "an expression"
     },
     "minProperties": 1,
     "description": "Named expressions that count in checks and never stop the iteration.",
     "markdownDescription": "Named expressions that count in `checks` and never stop the iteration.",
     "examples": [
      {
       "has a token": "json.token != \"\""
      }
     ],
     "defaultSnippets": [
      {
       "label": "check",
       "body": {
        "${1:name}": "${2:status == 200}"
       }
      }
     ]
    },
    "capture": {
     "type": "object",
     "additionalProperties": {
      "type": [
       "string",
       "boolean",
       "number"
      ],
      "title": "an expression"
     },
     "minProperties": 1,
     "description": "Values taken from the response, by name. A capture that finds nothing is an error of its iteration.",
     "markdownDescription": "Values taken from the response, by name. A capture that finds nothing is an error of its iteration.",
     "examples": [
      {
       "token": "json.access_token"
      }
     ],
     "defaultSnippets": [
      {
       "label": "capture",
       "body": {
        "${1:token}": "${2:json.access_token}"
       }
      }
     ]
    },
    "record": {
     "type": "object",
     "additionalProperties": {
      "type": [
       "string",
       "boolean",
       "number"
      ],
      "title": "an expression"
     },
     "minProperties": 1,
     "description": "Adds to custom metrics.",
     "markdownDescription": "Adds to custom metrics.",
     "examples": [
      {
       "auth_latency": "response.timings.duration"
      }
     ]
    },
    "tags": {
     "$ref": "#/$defs/tags",
     "description": "Tags on this request's samples. A value may hold ${…}; beyond 100 different values they count as (other).",
     "markdownDescription": "Tags on this request's samples. A value may hold `${…}`; beyond 100 different values they count as `(other)`.",
     "examples": [
      {
       "kind": "read"
      }
     ]
    },
    "if": {
     "type": [
      "string",
      "boolean",
      "number"
     ],
     "title": "an expression",
     "description": "The request is made only where this is true.",
     "markdownDescription": "The request is made only where this is true.",
     "examples": [
      "vars.admin"
     ]
    },
    "retry": {
     "$ref": "#/$defs/retry",
     "description": "Sends the request again when it fails; every attempt is a request in the metrics, and retries counts those after the first.",
     "markdownDescription": "Sends the request again when it fails; every attempt is a request in the metrics, and `retries` counts those after the first.",
     "examples": [
      {
       "max": 3,
       "on": [
        "5xx",
        "timeout"
       ],
       "backoff": "200ms"
      }
     ],
     "defaultSnippets": [
      {
       "label": "retry",
       "body": {
        "max": "${1:3}",
        "on": [
         "5xx",
         "timeout"
        ],
        "backoff": "${2:200ms}"
       }
      }
     ]
    }
   },
   "required": [
    "url",
    "query"
   ],
   "title": "a GraphQL request"
  },
  "sse": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "url": {
     "type": "string",
     "minLength": 1,
     "description": "A path on baseUrl, or a whole URL.",
     "markdownDescription": "A path on `baseUrl`, or a whole URL.",
     "examples": [
      "/events"
     ]
    },
    "method": {
     "type": "string",
     "pattern": "^[A-Za-z][A-Za-z0-9-]*$",
     "title": "a method such as POST",
     "description": "GET by default, POST where there is a body.",
     "markdownDescription": "`GET` by default, `POST` where there is a body.",
     "examples": [
      "POST"
     ]
    },
    "until": {
     "type": [
      "string",
      "boolean",
      "number"
     ],
     "title": "an expression",
     "description": "The stream is left after the event for which this is true. event has type, data, id and json.",
     "markdownDescription": "The stream is left after the event for which this is true. `event` has `type`, `data`, `id` and `json`.",
     "examples": [
      "event.data == \"[DONE]\""
     ]
    },
    "maxEvents": {
     "type": "integer",
     "minimum": 1,
     "title": "a whole number of 1 or more",
     "description": "The stream is left after this many events.",
     "markdownDescription": "The stream is left after this many events.",
     "examples": [
      100
     ]
    },
    "timeout": {
     "$ref": "#/$defs/duration",
     "description": "The longest that the stream is read; that of http.timeout by default.",
     "markdownDescription": "The longest that the stream is read; that of `http.timeout` by default.",
     "examples": [
      "30s"
     ]
    },
    "name": {
     "type": "string",
     "minLength": 1,
     "description": "The request's name in results, and its tag name. By default METHOD /path, with ids folded: GET /users/{id}.",
     "markdownDescription": "The request's name in results, and its tag `name`. By default `METHOD /path`, with ids folded: `GET /users/{id}`.",
     "examples": [
      "me",
      "create order"
     ]
    },
    "query": {
     "type": "object",
     "additionalProperties": {
      "$ref": "#/$defs/scalarOrList"
     },
     "description": "Query parameters; they are escaped. A list gives its parameter once for each item.",
     "markdownDescription": "Query parameters; they are escaped. A list gives its parameter once for each item.",
     "examples": [
      {
       "page": 1,
       "q": "${vars.search}"
      },
      {
       "tag": [
        "new",
        "sale"
       ]
      }
     ]
    },
    "headers": {
     "$ref": "#/$defs/headers",
     "description": "Headers; they override those of http.headers.",
     "markdownDescription": "Headers; they override those of `http.headers`.",
     "examples": [
      {
       "accept": "application/json"
      }
     ]
    },
    "json": {
     "description": "A body as JSON. A value that is one whole ${…} keeps its type.",
     "markdownDescription": "A body as JSON. A value that is one whole `${…}` keeps its type.",
     "examples": [
      {
       "email": "${vars.email}",
       "count": "${vars.n}"
      }
     ],
     "defaultSnippets": [
      {
       "label": "json body",
       "body": {
        "${1:key}": "${2:value}"
       }
      }
     ]
    },
    "form": {
     "type": "object",
     "additionalProperties": {
      "$ref": "#/$defs/scalarOrList"
     },
     "description": "A body as a form (application/x-www-form-urlencoded). A list gives its field once for each item.",
     "markdownDescription": "A body as a form (`application/x-www-form-urlencoded`). A list gives its field once for each item.",
     "examples": [
      {
       "user": "${vars.email}"
      }
     ],
     "defaultSnippets": [
      {
       "label": "form body",
       "body": {
        "${1:key}": "${2:value}"
       }
      }
     ]
    },
    "body": {
     "type": "string",
     "title": "a text",
     "description": "A body as text.",
     "markdownDescription": "A body as text.",
     "examples": [
      "<order/>"
     ]
    },
    "auth": {
     "$ref": "#/$defs/auth",
     "description": "The authorization header: a bearer token, or basic credentials.",
     "markdownDescription": "The `authorization` header: a bearer token, or basic credentials.",
     "examples": [
      {
       "bearer": "${setup.token}"
      }
     ],
     "defaultSnippets": [
      {
       "label": "bearer token",
       "body": {
        "bearer": "\\${${1:setup.token}\\}"
       }
      },
      {
       "label": "basic",
       "body": {
        "basic": {
         "username": "${1:user}",
         "password": "\\${secret.${2:PASSWORD}\\}"
        }
       }
      }
     ]
    },
    "expect": {
     "$ref": "#/$defs/expect",
     "description": "What counts as not failed.",
     "markdownDescription": "What counts as not failed.",
     "examples": [
      {
       "status": 200
      }
     ],
     "defaultSnippets": [
      {
       "label": "status",
       "body": {
        "status": "${1:200}"
       }
      }
     ]
    },
    "check": {
     "type": "object",
     "additionalProperties": {
      "type": [
       "string",
       "boolean",
       "number"
      ],
      "title": "an expression"
     },
     "minProperties": 1,
     "description": "Named expressions that count in checks and never stop the iteration.",
     "markdownDescription": "Named expressions that count in `checks` and never stop the iteration.",
     "examples": [
      {
       "got an answer": "size(events) > 0"
      }
     ]
    },
    "capture": {
     "type": "object",
     "additionalProperties": {
      "type": [
       "string",
       "boolean",
       "number"
      ],
      "title": "an expression"
     },
     "minProperties": 1,
     "description": "Values by name, from events or response.",
     "markdownDescription": "Values by name, from `events` or `response`.",
     "examples": [
      {
       "last": "events[size(events) - 1].json.id"
      }
     ]
    },
    "record": {
     "type": "object",
     "additionalProperties": {
      "type": [
       "string",
       "boolean",
       "number"
      ],
      "title": "an expression"
     },
     "minProperties": 1,
     "description": "Adds to custom metrics.",
     "markdownDescription": "Adds to custom metrics.",
     "examples": [
      {
       "auth_latency": "response.timings.duration"
      }
     ]
    },
    "tags": {
     "$ref": "#/$defs/tags",
     "description": "Tags on this request's samples. A value may hold ${…}; beyond 100 different values they count as (other).",
     "markdownDescription": "Tags on this request's samples. A value may hold `${…}`; beyond 100 different values they count as `(other)`.",
     "examples": [
      {
       "kind": "read"
      }
     ]
    },
    "if": {
     "type": [
      "string",
      "boolean",
      "number"
     ],
     "title": "an expression",
     "description": "The stream is opened only where this is true.",
     "markdownDescription": "The stream is opened only where this is true.",
     "examples": [
      "vars.admin"
     ]
    }
   },
   "required": [
    "url"
   ],
   "title": "an event stream"
  },
  "websocket": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "url": {
     "type": "string",
     "minLength": 1,
     "description": "The address: ws://…, wss://…, or a path on baseUrl.",
     "markdownDescription": "The address: `ws://…`, `wss://…`, or a path on `baseUrl`.",
     "examples": [
      "/socket"
     ]
    },
    "send": {
     "description": "A message, or a list of them, sent in turn once the socket is open. A text is sent as it is, everything else as JSON.",
     "markdownDescription": "A message, or a list of them, sent in turn once the socket is open. A text is sent as it is, everything else as JSON.",
     "examples": [
      "hello",
      [
       {
        "subscribe": "orders"
       },
       "ping"
      ]
     ]
    },
    "expect": {
     "type": [
      "string",
      "boolean",
      "number"
     ],
     "title": "an expression",
     "description": "The session is done with the message for which this is true; where none is, it has failed. message is its text, json its JSON.",
     "markdownDescription": "The session is done with the message for which this is true; where none is, it has failed. `message` is its text, `json` its JSON.",
     "examples": [
      "message == \"pong\""
     ]
    },
    "duration": {
     "$ref": "#/$defs/duration",
     "description": "The socket is closed after this at the latest; 10s by default.",
     "markdownDescription": "The socket is closed after this at the latest; `10s` by default.",
     "examples": [
      "10s"
     ]
    },
    "name": {
     "type": "string",
     "minLength": 1,
     "description": "The request's name in results, and its tag name. By default METHOD /path, with ids folded: GET /users/{id}.",
     "markdownDescription": "The request's name in results, and its tag `name`. By default `METHOD /path`, with ids folded: `GET /users/{id}`.",
     "examples": [
      "me",
      "create order"
     ]
    },
    "query": {
     "type": "object",
     "additionalProperties": {
      "$ref": "#/$defs/scalarOrList"
     },
     "description": "Query parameters; they are escaped. A list gives its parameter once for each item.",
     "markdownDescription": "Query parameters; they are escaped. A list gives its parameter once for each item.",
     "examples": [
      {
       "page": 1,
       "q": "${vars.search}"
      },
      {
       "tag": [
        "new",
        "sale"
       ]
      }
     ]
    },
    "headers": {
     "$ref": "#/$defs/headers",
     "description": "Headers; they override those of http.headers.",
     "markdownDescription": "Headers; they override those of `http.headers`.",
     "examples": [
      {
       "accept": "application/json"
      }
     ]
    },
    "auth": {
     "$ref": "#/$defs/auth",
     "description": "The authorization header: a bearer token, or basic credentials.",
     "markdownDescription": "The `authorization` header: a bearer token, or basic credentials.",
     "examples": [
      {
       "bearer": "${setup.token}"
      }
     ],
     "defaultSnippets": [
      {
       "label": "bearer token",
       "body": {
        "bearer": "\\${${1:setup.token}\\}"
       }
      },
      {
       "label": "basic",
       "body": {
        "basic": {
         "username": "${1:user}",
         "password": "\\${secret.${2:PASSWORD}\\}"
        }
       }
      }
     ]
    },
    "check": {
     "type": "object",
     "additionalProperties": {
      "type": [
       "string",
       "boolean",
       "number"
      ],
      "title": "an expression"
     },
     "minProperties": 1,
     "description": "Named expressions that count in checks and never stop the iteration.",
     "markdownDescription": "Named expressions that count in `checks` and never stop the iteration.",
     "examples": [
      {
       "got an answer": "size(messages) > 0"
      }
     ]
    },
    "capture": {
     "type": "object",
     "additionalProperties": {
      "type": [
       "string",
       "boolean",
       "number"
      ],
      "title": "an expression"
     },
     "minProperties": 1,
     "description": "Values by name, from messages, a list of texts.",
     "markdownDescription": "Values by name, from `messages`, a list of texts.",
     "examples": [
      {
       "first": "messages[0]"
      }
     ]
    },
    "record": {
     "type": "object",
     "additionalProperties": {
      "type": [
       "string",
       "boolean",
       "number"
      ],
      "title": "an expression"
     },
     "minProperties": 1,
     "description": "Adds to custom metrics.",
     "markdownDescription": "Adds to custom metrics.",
     "examples": [
      {
       "auth_latency": "response.timings.duration"
      }
     ]
    },
    "tags": {
     "$ref": "#/$defs/tags",
     "description": "Tags on this request's samples. A value may hold ${…}; beyond 100 different values they count as (other).",
     "markdownDescription": "Tags on this request's samples. A value may hold `${…}`; beyond 100 different values they count as `(other)`.",
     "examples": [
      {
       "kind": "read"
      }
     ]
    },
    "if": {
     "type": [
      "string",
      "boolean",
      "number"
     ],
     "title": "an expression",
     "description": "The socket is opened only where this is true.",
     "markdownDescription": "The socket is opened only where this is true.",
     "examples": [
      "vars.admin"
     ]
    }
   },
   "required": [
    "url"
   ],
   "title": "a WebSocket session"
  },
  "feeder": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "file": {
     "type": "string",
     "minLength": 1,
     "description": "A file of rows, relative to this file: .csv with a header row, .json with a list of maps, or .ndjson.",
     "markdownDescription": "A file of rows, relative to this file: `.csv` with a header row, `.json` with a list of maps, or `.ndjson`.",
     "examples": [
      "./users.csv"
     ]
    },
    "values": {
     "type": "array",
     "items": {},
     "minItems": 1,
     "description": "Rows in place, instead of a file.",
     "markdownDescription": "Rows in place, instead of a file.",
     "examples": [
      [
       {
        "user": "ann"
       },
       {
        "user": "bob"
       }
      ]
     ]
    },
    "pick": {
     "type": "string",
     "enum": [
      "sequential",
      "random",
      "unique"
     ],
     "description": "How rows are picked: sequential (the default) in turn, random, or unique: no two VUs or iterations of the run share a row.",
     "markdownDescription": "How rows are picked: `sequential` (the default) in turn, `random`, or `unique`: no two VUs or iterations of the run share a row.",
     "examples": [
      "unique"
     ]
    },
    "per": {
     "type": "string",
     "enum": [
      "iteration",
      "vu"
     ],
     "description": "When a row is picked: for each iteration (the default), or one for a vu's whole life.",
     "markdownDescription": "When a row is picked: for each `iteration` (the default), or one for a `vu`'s whole life.",
     "examples": [
      "vu"
     ]
    },
    "atEnd": {
     "type": "string",
     "enum": [
      "recycle",
      "stop",
      "fail"
     ],
     "description": "After the last row: recycle (the default) begins again, stop lets the VU stop, fail ends the run as failed.",
     "markdownDescription": "After the last row: `recycle` (the default) begins again, `stop` lets the VU stop, `fail` ends the run as failed.",
     "examples": [
      "stop"
     ]
    }
   },
   "title": "a map with `file` or `values`",
   "defaultSnippets": [
    {
     "label": "from a file",
     "body": {
      "file": "${1:./users.csv}",
      "pick": "${2|sequential,random,unique|}"
     }
    }
   ]
  },
  "data": {
   "type": "object",
   "additionalProperties": {
    "$ref": "#/$defs/feeder"
   },
   "propertyNames": {
    "pattern": "^[A-Za-z_][A-Za-z0-9_]*$"
   }
  },
  "metrics": {
   "type": "object",
   "additionalProperties": {
    "$ref": "#/$defs/metric"
   },
   "propertyNames": {
    "pattern": "^[A-Za-z_][A-Za-z0-9_]*$"
   }
  },
  "refresh": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "every": {
     "$ref": "#/$defs/duration",
     "description": "From the start of one pass to the start of the next.",
     "markdownDescription": "From the start of one pass to the start of the next.",
     "examples": [
      "10m"
     ]
    },
    "steps": {
     "$ref": "#/$defs/steps",
     "description": "What is done. What these steps capture replaces setup.NAME for every VU.",
     "markdownDescription": "What is done. What these steps capture replaces `setup.NAME` for every VU.",
     "examples": [
      [
       {
        "post": "/auth/refresh",
        "capture": {
         "token": "json.access_token"
        }
       }
      ]
     ]
    }
   },
   "required": [
    "every",
    "steps"
   ]
  },
  "flows": {
   "title": "a map of lists of steps by their names, such as `browse:`",
   "type": "object",
   "additionalProperties": {
    "$ref": "#/$defs/steps"
   }
  },
  "scenarios": {
   "title": "a map of scenarios by their names, such as `browse:`",
   "type": "object",
   "additionalProperties": {
    "$ref": "#/$defs/scenario"
   },
   "minProperties": 1
  },
  "thresholds": {
   "type": "object",
   "additionalProperties": {
    "$ref": "#/$defs/threshold"
   }
  },
  "stages": {
   "type": "array",
   "items": {
    "$ref": "#/$defs/stage"
   },
   "minItems": 1
  },
  "environment": {
   "type": "object",
   "additionalProperties": false,
   "properties": {
    "name": {
     "type": "string",
     "minLength": 1,
     "description": "The scenario's name, shown everywhere; by default the file's name.",
     "markdownDescription": "The scenario's name, shown everywhere; by default the file's name.",
     "examples": [
      "Checkout API"
     ]
    },
    "description": {
     "type": "string",
     "description": "What this test is for.",
     "markdownDescription": "What this test is for.",
     "examples": [
      "Login, browse and buy as on a Saturday."
     ]
    },
    "baseUrl": {
     "type": "string",
     "minLength": 1,
     "description": "What paths of requests are put behind.",
     "markdownDescription": "What paths of requests are put behind.",
     "examples": [
      "http://localhost:3000",
      "${env.?BASE_URL.orValue(\"http://localhost:3000\")}"
     ]
    },
    "vars": {
     "$ref": "#/$defs/vars",
     "description": "Variables, read as vars.NAME; evaluated once, before setup.",
     "markdownDescription": "Variables, read as `vars.NAME`; evaluated once, before setup.",
     "examples": [
      {
       "email": "loadtest@example.com"
      }
     ]
    },
    "data": {
     "$ref": "#/$defs/data",
     "description": "Feeders: rows of test data, read as data.NAME.column in the steps of scenarios.",
     "markdownDescription": "Feeders: rows of test data, read as `data.NAME.column` in the steps of scenarios.",
     "examples": [
      {
       "users": {
        "file": "./users.csv",
        "pick": "unique"
       }
      }
     ],
     "defaultSnippets": [
      {
       "label": "rows of a file",
       "body": {
        "${1:users}": {
         "file": "${2:./users.csv}",
         "pick": "${3|sequential,random,unique|}"
        }
       }
      }
     ]
    },
    "http": {
     "$ref": "#/$defs/http",
     "description": "Defaults for every request.",
     "markdownDescription": "Defaults for every request.",
     "examples": [
      {
       "timeout": "30s",
       "headers": {
        "accept": "application/json"
       }
      }
     ],
     "defaultSnippets": [
      {
       "label": "http",
       "body": {
        "headers": {
         "accept": "${1:application/json}"
        },
        "timeout": "${2:30s}"
       }
      }
     ]
    },
    "metrics": {
     "$ref": "#/$defs/metrics",
     "description": "Custom metrics, of k6's four kinds.",
     "markdownDescription": "Custom metrics, of k6's four kinds.",
     "examples": [
      {
       "auth_latency": {
        "type": "trend",
        "unit": "ms"
       },
       "tokens_issued": "counter"
      }
     ],
     "defaultSnippets": [
      {
       "label": "trend",
       "body": {
        "${1:name}": {
         "type": "trend",
         "unit": "ms"
        }
       }
      }
     ]
    },
    "refresh": {
     "$ref": "#/$defs/refresh",
     "description": "Steps that run again and again beside the load, off every metric; what they capture replaces what setup captured: for tokens that expire during a long run.",
     "markdownDescription": "Steps that run again and again beside the load, off every metric; what they capture replaces what setup captured: for tokens that expire during a long run.",
     "examples": [
      {
       "every": "10m",
       "steps": [
        {
         "post": "/auth/refresh",
         "capture": {
          "token": "json.access_token"
         }
        }
       ]
      }
     ],
     "defaultSnippets": [
      {
       "label": "refresh a token",
       "body": {
        "every": "${1:10m}",
        "steps": [
         {
          "post": "${2:/auth/refresh}",
          "capture": {
           "${3:token}": "${4:json.access_token}"
          }
         }
        ]
       }
      }
     ]
    },
    "setup": {
     "$ref": "#/$defs/steps",
     "description": "Steps that run once, before all VUs. What they capture is setup.NAME, the same for every VU.",
     "markdownDescription": "Steps that run once, before all VUs. What they capture is `setup.NAME`, the same for every VU.",
     "examples": [
      [
       {
        "post": "/auth/login",
        "json": {
         "email": "${vars.email}"
        },
        "capture": {
         "token": "json.access_token"
        }
       }
      ]
     ],
     "defaultSnippets": [
      {
       "label": "log in once",
       "body": [
        {
         "post": "${1:/auth/login}",
         "json": {
          "email": "\\${vars.email\\}",
          "password": "\\${secret.PASSWORD\\}"
         },
         "expect": {
          "status": 200
         },
         "capture": {
          "token": "json.access_token"
         }
        }
       ]
      }
     ]
    },
    "setupTimeout": {
     "$ref": "#/$defs/duration",
     "description": "The longest that setup may take; 60s by default.",
     "markdownDescription": "The longest that setup may take; `60s` by default.",
     "examples": [
      "60s"
     ]
    },
    "teardown": {
     "$ref": "#/$defs/steps",
     "description": "Steps that run once, after all VUs, also when the run was stopped or failed.",
     "markdownDescription": "Steps that run once, after all VUs, also when the run was stopped or failed.",
     "examples": [
      [
       {
        "post": "/auth/logout"
       }
      ]
     ]
    },
    "teardownTimeout": {
     "$ref": "#/$defs/duration",
     "description": "The longest that teardown may take; 60s by default.",
     "markdownDescription": "The longest that teardown may take; `60s` by default.",
     "examples": [
      "60s"
     ]
    },
    "flows": {
     "$ref": "#/$defs/flows",
     "description": "Named lists of steps, for flow: and use:.",
     "markdownDescription": "Named lists of steps, for `flow:` and `use:`.",
     "examples": [
      {
       "browse": [
        {
         "get": "/products"
        }
       ]
      }
     ],
     "defaultSnippets": [
      {
       "label": "flow",
       "body": {
        "${1:browse}": [
         {
          "get": "${2:/}"
         }
        ]
       }
      }
     ]
    },
    "vus": {
     "type": "integer",
     "minimum": 1,
     "title": "a whole number of 1 or more",
     "description": "How many virtual users run. Each VU runs its steps again and again, one iteration after the other.",
     "markdownDescription": "How many virtual users run. Each VU runs its steps again and again, one iteration after the other.",
     "examples": [
      10,
      100
     ]
    },
    "iterations": {
     "type": "integer",
     "minimum": 1,
     "title": "a whole number of 1 or more",
     "description": "How many iterations: shared by all VUs (shared-iterations), or for each VU (per-vu-iterations).",
     "markdownDescription": "How many iterations: shared by all VUs (`shared-iterations`), or for each VU (`per-vu-iterations`).",
     "examples": [
      100
     ]
    },
    "duration": {
     "$ref": "#/$defs/duration",
     "description": "How long the load lasts, e.g. 30s or 1m30s; graceful stop comes on top.",
     "markdownDescription": "How long the load lasts, e.g. `30s` or `1m30s`; graceful stop comes on top.",
     "examples": [
      "30s",
      "10m"
     ]
    },
    "stages": {
     "$ref": "#/$defs/stages",
     "description": "The load over time: each stage goes in a straight line to its target. A stage of 0s jumps.",
     "markdownDescription": "The load over time: each stage goes in a straight line to its `target`. A stage of `0s` jumps.",
     "examples": [
      [
       {
        "duration": "2m",
        "target": 100,
        "name": "ramp up"
       },
       {
        "duration": "10m",
        "target": 100,
        "name": "sustained"
       },
       {
        "duration": "1m",
        "target": 0,
        "name": "ramp down"
       }
      ]
     ],
     "defaultSnippets": [
      {
       "label": "ramp up, hold, ramp down",
       "body": [
        {
         "duration": "${1:1m}",
         "target": "${2:50}",
         "name": "ramp up"
        },
        {
         "duration": "${3:5m}",
         "target": "${2:50}",
         "name": "sustained"
        },
        {
         "duration": "${4:30s}",
         "target": 0,
         "name": "ramp down"
        }
       ]
      }
     ]
    },
    "steps": {
     "$ref": "#/$defs/steps",
     "description": "Short form: what one iteration does, for one scenario called default.",
     "markdownDescription": "Short form: what one iteration does, for one scenario called `default`.",
     "examples": [
      [
       {
        "get": "/health"
       },
       {
        "think": "1s"
       }
      ]
     ],
     "defaultSnippets": [
      {
       "label": "request and pause",
       "body": [
        {
         "get": "${1:/health}"
        },
        {
         "think": "${2:1s}"
        }
       ]
      }
     ]
    },
    "flow": {
     "type": "string",
     "minLength": 1,
     "description": "Short form: the flow that the one scenario runs, in place of steps.",
     "markdownDescription": "Short form: the flow that the one scenario runs, in place of `steps`.",
     "examples": [
      "browse"
     ]
    },
    "scenarios": {
     "$ref": "#/$defs/scenarios",
     "description": "Several loads, side by side unless startTime says otherwise.",
     "markdownDescription": "Several loads, side by side unless `startTime` says otherwise.",
     "examples": [
      {
       "users": {
        "executor": "constant-vus",
        "vus": 10,
        "duration": "1m",
        "flow": "browse"
       }
      }
     ],
     "defaultSnippets": [
      {
       "label": "ramping VUs",
       "body": {
        "${1:users}": {
         "executor": "ramping-vus",
         "stages": [
          {
           "duration": "${2:1m}",
           "target": "${3:50}",
           "name": "ramp up"
          },
          {
           "duration": "${4:5m}",
           "target": "${3:50}",
           "name": "sustained"
          }
         ],
         "flow": "${5:browse}"
        }
       }
      },
      {
       "label": "constant arrival rate",
       "body": {
        "${1:traffic}": {
         "executor": "constant-arrival-rate",
         "rate": "${2:50}",
         "duration": "${3:5m}",
         "maxVUs": "${4:100}",
         "flow": "${5:browse}"
        }
       }
      }
     ]
    },
    "thresholds": {
     "$ref": "#/$defs/thresholds",
     "description": "What must hold, by metric: http_req_duration: p(95) < 500ms. The run fails where one does not hold.",
     "markdownDescription": "What must hold, by metric: `http_req_duration: p(95) < 500ms`. The run fails where one does not hold.",
     "examples": [
      {
       "http_req_duration": [
        "p(95) < 500ms",
        "p(99) < 1s"
       ],
       "http_req_failed": "rate < 1%"
      }
     ],
     "defaultSnippets": [
      {
       "label": "latency and failures",
       "body": {
        "http_req_duration": "p(95) < ${1:500ms}",
        "http_req_failed": "rate < ${2:1%}"
       }
      }
     ]
    }
   },
   "minProperties": 1,
   "title": "an environment"
  },
  "environments": {
   "type": "object",
   "additionalProperties": {
    "$ref": "#/$defs/environment"
   }
  }
 }
};
