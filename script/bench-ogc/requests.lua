-- For wrk: asks for the paths of a file from a line on, in order, until the time is up or every line was asked for once.
--   wrk ... -s requests.lua BASE_URL -- FILE FIRST_LINE PATH_PREFIX once|round
local prepared = {}
local at = 0
local once = false
local answers = 0

function init(args)
    local first = tonumber(args[2])
    once = args[4] == "once"
    local number = 0
    for line in io.lines(args[1]) do
        if number >= first then
            prepared[#prepared + 1] = wrk.format("GET", args[3] .. line)
        end
        number = number + 1
    end
end

function request()
    at = at % #prepared + 1
    return prepared[at]
end

function response()
    answers = answers + 1
    if once and answers >= #prepared then
        wrk.thread:stop()
    end
end

function done(summary, latency)
    local errors = summary.errors
    print(string.format("RESULT %d %d %d %.0f %.0f", summary.requests, summary.duration,
        errors.connect + errors.read + errors.write + errors.status + errors.timeout,
        latency.mean, latency:percentile(99)))
end
