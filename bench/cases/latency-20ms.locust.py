from locust import FastHttpUser, task


class User(FastHttpUser):
    @task
    def request(self):
        self.client.get("/delay/20")
