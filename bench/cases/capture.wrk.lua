-- All connections of a thread share this state: each answer of a login is followed by a request with its token.
local tokens = {}

function request()
  local token = table.remove(tokens)
  if token then
    return wrk.format("GET", "/me", { authorization = "Bearer " .. token })
  end
  return wrk.format("GET", "/login")
end

local answers = 0

function response(status, headers, body)
  answers = answers + 1
  if answers % 2 == 1 then
    tokens[#tokens + 1] = body:match('"token":"([^"]*)"')
  end
end
